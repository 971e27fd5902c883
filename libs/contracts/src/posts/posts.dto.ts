import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { limits } from '../limits.js';
import { FileInfo } from '../files/files.dto.js';
import { Reaction } from '../messages/messages.dto.js';
import { PageEnd, PageQuery } from '../paging/paging.dto.js';
import { User } from '../users/users.dto.js';
import { IsEmoji } from '../validation/emoji.js';
import {
  IsClientId,
  IsId,
  IsIdListOrEmpty,
  IsText,
  IsTextListOrEmpty,
  IsTextOrEmpty,
  IsTextUnless,
  MayBeAbsent,
} from '../validation/validators.js';
import { foldHashtag } from './hashtags.js';

/** A post as everybody sees it who may see it. */
export class Post {
  /** Made by the author's client. */
  id!: string;
  /** Numbers every visible change of the post and of its comments; of two versions the higher one is newer. */
  change!: number;
  author!: User;
  /** May be empty when there are files. */
  body!: string;
  /** What a reader is to know before they see it; null for nothing. */
  contentWarning!: string | null;
  visibility!: 'public' | 'followers';
  files!: FileInfo[];
  /** The ids of those who are called by name in the text. */
  mentions!: string[];
  /** Their user names, in the same order. */
  mentionedNames!: string[];
  /** Without the `#`, in lower case. */
  hashtags!: string[];
  /** Without those that were deleted. */
  commentCount!: number;
  reactions!: Reaction[];
  /** The room in which the post is discussed; null when there is none. */
  roomId!: string | null;
  /** Whether the author takes no more comments. */
  commentsClosed!: boolean;
  /** Seconds between two comments of a person; 0 for none. The author need not wait. */
  slowModeSeconds!: number;
  createdAt!: string;
  editedAt!: string | null;
}

/** The path of one post. */
export class PostPath {
  @IsId()
  id!: string;
}

/** The path of one's own reaction to a post. */
export class PostReactionPath extends PostPath {
  /** One emoji, percent-encoded. */
  @IsEmoji()
  emoji!: string;
}

/** The body of `POST /posts`. */
export class CreatePost {
  /** Made once per user action: sending it again is answered as the first time. */
  @MayBeAbsent()
  @IsClientId()
  id?: string;

  /** May be empty when there are files. */
  @IsTextUnless('fileIds', limits.post.body)
  body!: string;

  /** Who sees it. It stays so. */
  @IsIn(['public', 'followers'])
  visibility!: 'public' | 'followers';

  /** What one has uploaded (`POST /files`), in the order in which it is shown. It stays so. */
  @MayBeAbsent()
  @IsIdListOrEmpty(limits.post.files)
  fileIds?: string[];

  /** What is to be seen on each of the files, for those who do not see it; in the same order. */
  @MayBeAbsent()
  @IsTextListOrEmpty(limits.post.files, limits.post.fileDescription)
  fileDescriptions?: string[];

  /** What a reader is to know before they see it. */
  @MayBeAbsent()
  @IsText(limits.post.contentWarning)
  contentWarning?: string;
}

/** The body of `PATCH /posts/:id`: what is left out stays as it is. */
export class UpdatePost {
  @MayBeAbsent()
  @IsText(limits.post.body)
  body?: string;

  /** Empty for none. */
  @MayBeAbsent()
  @IsTextOrEmpty(limits.post.contentWarning)
  contentWarning?: string;

  @MayBeAbsent()
  @IsBoolean()
  commentsClosed?: boolean;

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(limits.slowMode.seconds)
  slowModeSeconds?: number;
}

/** The query of `GET /posts`. */
export class FeedQuery extends PageQuery {
  /** `latest`: what is public. `following`: one's own posts and those of the people one follows. */
  @IsIn(['latest', 'following'])
  feed: 'latest' | 'following' = 'latest';
}

/** The newest first. */
export class PostPage extends PageEnd {
  items!: Post[];
}

/** The path of what has a hashtag. */
export class HashtagPath {
  /** Without the `#`, percent-encoded. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? foldHashtag(value) : value))
  @Matches(new RegExp(`^[\\p{L}\\p{N}\\p{M}_]{1,${limits.post.hashtag}}$`, 'u'), {
    message: 'must be a hashtag without the #',
  })
  tag!: string;
}

/** What a post said before it was edited. */
export class PostEdit {
  body!: string;
  /** When these words were written. */
  writtenAt!: string;
}

export class PostEdits {
  /** The oldest first, at most 100; without the words of today. */
  items!: PostEdit[];
}

/** The payload of `post:watch` and `post:unwatch`. */
export class WatchPostCommand {
  @IsId()
  postId!: string;
}

/** How many people look at a post. */
export class ViewerCount {
  /** People, not devices. */
  viewers!: number;
}

/** How many people look at a post, oneself included, and how far it is. */
export class WatchedPost extends ViewerCount {
  /** The last change of the post and its comments: who has less has missed something. */
  change!: number;
}

/** How many people look at a post; told at most once a second. */
export class PostViewers {
  postId!: string;
  viewers!: number;
}

/** The payload of `feed:watch`. Whoever watches another feed no longer watches the one before. */
export class WatchFeedCommand {
  @IsIn(['latest', 'following'])
  feed!: 'latest' | 'following';
}

/** The payload of `feed:unwatch`. */
export class UnwatchFeedCommand {
  @IsIn(['latest', 'following'])
  feed!: 'latest' | 'following';
}

/** A post has a new version. */
export class PostChanged {
  post!: Post;
}

/** A post is gone. */
export class PostDeleted {
  postId!: string;
}

/** There is a new post in a feed that is watched. */
export class FeedNew {
  postId!: string;
  authorId!: string;
}

/** The query of `GET /posts/:id/changes`. */
export class PostChangesQuery {
  /** The change up to which the client has everything. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  since!: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(limits.page.max)
  limit: number = limits.page.default;
}
