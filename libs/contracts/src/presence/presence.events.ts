import { Done } from '../realtime/done.dto.js';
import { PresenceChanged, PresenceList, SetPresence, WatchPresence } from './presence.dto.js';

/** Client → server: the payload, and the data of its acknowledgement. */
export const presenceCommands = {
  'presence:set': { payload: SetPresence, data: Done },
  'presence:watch': { payload: WatchPresence, data: PresenceList },
} as const;

/** Server → client. */
export const presenceServerEvents = {
  'presence:changed': PresenceChanged,
} as const;
