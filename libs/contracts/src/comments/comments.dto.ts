import { limits } from '../limits.js';
import { Reaction } from '../messages/messages.dto.js';
import { PageEnd } from '../paging/paging.dto.js';
import { Post } from '../posts/posts.dto.js';
import { User } from '../users/users.dto.js';
import { IsEmoji } from '../validation/emoji.js';
import { IsClientId, IsId, IsText, MayBeAbsent } from '../validation/validators.js';

/** A comment as everybody sees it who sees its post. */
export class Comment {
  /** Made by the author's client. */
  id!: string;
  postId!: string;
  /** The comment that this one answers; answers have no answers of their own. */
  parentId!: string | null;
  /** The change of the post with which it came: sorts the comments of a post. */
  seq!: number;
  /** The change of the post with which it became as it is; of two versions the higher one is newer. */
  change!: number;
  author!: User;
  body!: string;
  /** The ids of those who are called by name in the text. */
  mentions!: string[];
  /** Their user names, in the same order. */
  mentionedNames!: string[];
  reactions!: Reaction[];
  createdAt!: string;
  editedAt!: string | null;
  /** Set on a tombstone, whose body is empty. */
  deletedAt!: string | null;
}

/** The oldest first. */
export class CommentPage extends PageEnd {
  items!: Comment[];
}

/** The path of one comment. */
export class CommentPath {
  @IsId()
  id!: string;
}

/** The path of one's own reaction to a comment. */
export class CommentReactionPath extends CommentPath {
  /** One emoji, percent-encoded. */
  @IsEmoji()
  emoji!: string;
}

/** The body of `POST /posts/:id/comments`. */
export class CreateComment {
  /** Made once per user action: sending it again is answered as the first time. */
  @MayBeAbsent()
  @IsClientId()
  id?: string;

  @IsText(limits.comment.body)
  body!: string;

  /** The comment of the same post that this one answers. */
  @MayBeAbsent()
  @IsId()
  parentId?: string;
}

/** The body of `PATCH /comments/:id`. */
export class EditComment {
  @IsText(limits.comment.body)
  body!: string;
}

/** Written, edited, deleted or reacted to: always the whole comment in its latest version. */
export class CommentChanged {
  comment!: Comment;
  /** Of the post, from now on. */
  commentCount!: number;
}

/** The latest version of what changed about a post and its comments. */
export class PostChanges {
  /** Up to this change the client has everything, once it has applied this. */
  upTo!: number;
  /** Whether there are more: ask again with `since=upTo`. */
  more!: boolean;
  post!: Post;
  /** Ascending by `change`. */
  comments!: Comment[];
}
