import { Done } from '../realtime/done.dto.js';
import {
  FeedNew,
  PostChanged,
  PostDeleted,
  PostViewers,
  UnwatchFeedCommand,
  ViewerCount,
  WatchedPost,
  WatchFeedCommand,
  WatchPostCommand,
} from './posts.dto.js';

/** Client → server: the payload, and the data of its acknowledgement. */
export const postCommands = {
  'post:watch': { payload: WatchPostCommand, data: WatchedPost },
  'post:unwatch': { payload: WatchPostCommand, data: ViewerCount },
  'feed:watch': { payload: WatchFeedCommand, data: Done },
  'feed:unwatch': { payload: UnwatchFeedCommand, data: Done },
} as const;

/** Server → client. */
export const postServerEvents = {
  'post:changed': PostChanged,
  'post:deleted': PostDeleted,
  'post:viewers': PostViewers,
  'feed:new': FeedNew,
} as const;
