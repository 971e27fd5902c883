import type { Comment, CommentChanged, Post, PostChanges } from '@parley/contracts';

/**
 * A post and its comments on this side of the wire. Whatever comes, in whatever order and how often, of two versions
 * the higher `change` is newer. Every change of a post has one event: a number that is missing tells of one that was
 * lost, and then `GET /posts/:id/changes?since=applied` brings what it was about.
 */
export class PostReplica {
  /** The newest version of the post itself. */
  private whole: Post;
  /** What the newest comment said of the post: late events of the post may still be older. */
  private counted: Pick<Post, 'change' | 'commentCount'>;
  private readonly comments = new Map<string, Comment>();
  /** Changes that came while one before them is missing. */
  private readonly ahead = new Set<number>();
  private upTo: number;

  /** The post as it was read, before its comments are. */
  constructor(post: Post) {
    this.whole = post;
    this.counted = post;
    this.upTo = post.change;
  }

  get post(): Post {
    const { change, commentCount } = this.counted;
    return change > this.whole.change ? { ...this.whole, change, commentCount } : this.whole;
  }

  /** Up to this change nothing is missing. */
  get applied(): number {
    return this.upTo;
  }

  /** Whether something was missed. */
  get isBehind(): boolean {
    return this.ahead.size > 0;
  }

  /** All that are known, in the order in which they came. */
  inOrder(): Comment[] {
    return [...this.comments.values()].toSorted((one, other) => one.seq - other.seq);
  }

  /** A page of comments, as it was read. */
  takePage(comments: readonly Comment[]): void {
    comments.forEach((comment) => this.keep(comment));
  }

  /** The event `post:changed`, or the answer to what was done to the post. */
  takePost(post: Post): void {
    this.keepPost(post);
    this.note(post.change);
  }

  /** The event `comment:changed`. */
  takeComment({ comment, commentCount }: CommentChanged): void {
    this.keep(comment);
    if (comment.change > this.counted.change) {
      this.counted = { change: comment.change, commentCount };
    }
    this.note(comment.change);
  }

  /** The answer to what was done to a comment, whose event comes as well. */
  takeAnswer(comment: Comment): void {
    this.keep(comment);
  }

  /** The answer to `GET /posts/:id/changes?since=applied`. */
  catchUp({ upTo, post, comments }: PostChanges): void {
    this.takePage(comments);
    this.keepPost(post);
    this.upTo = Math.max(this.upTo, upTo);
    this.advance();
  }

  private keep(comment: Comment): void {
    const known = this.comments.get(comment.id);
    if (!known || known.change <= comment.change) {
      this.comments.set(comment.id, comment);
    }
  }

  private keepPost(post: Post): void {
    if (post.change >= this.whole.change) {
      this.whole = post;
    }
  }

  private note(change: number): void {
    if (change > this.upTo) {
      this.ahead.add(change);
    }
    this.advance();
  }

  private advance(): void {
    while (this.ahead.delete(this.upTo + 1)) {
      this.upTo += 1;
    }
    this.ahead.forEach((change) => change <= this.upTo && this.ahead.delete(change));
  }
}
