import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Comment, CommentChanged, Post } from '@parley/contracts';
import { PostReplica } from '@parley/replica';
import { Authors, Notices, ProblemError, Realtime, Session } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { CommentsApi } from '../comments/comments-api';
import { KnownPosts } from '../posts/known-posts';
import { PostsApi } from '../posts/posts-api';

/** Milliseconds between two times that the page asks whether it has missed something. */
const ASK_AGAIN_MS = 30_000;

/** One post with its comments, kept up to date while somebody looks at it. Provided by the page. */
@Service({ autoProvided: false })
export class PostThread {
  private readonly authors = inject(Authors);
  private readonly comments = inject(CommentsApi);
  private readonly known = inject(KnownPosts);
  private readonly notices = inject(Notices);
  private readonly posts = inject(PostsApi);
  private readonly realtime = inject(Realtime);
  private readonly ownId = inject(Session).me()?.id;

  private readonly id = signal('');
  private replica: PostReplica | null = null;
  /** What came while the post was being read. */
  private early: CommentChanged[] = [];
  private isFilling = false;
  private isPaging = false;
  private readonly revision = signal(0);
  private readonly cursor = signal<string | null>(null);
  private readonly readUpTo = signal(0);
  private readonly failure = signal<unknown>(null);
  private readonly isRead = signal(false);
  private readonly lost = signal(false);
  private readonly watching = signal(0);
  private readonly heard = signal<Comment | null>(null);

  /** Null until it is there. */
  readonly post = computed(() => (this.lost() ? null : (this.known.get(this.id()) ?? null)));
  /** Deleted, or not to be seen by this person. */
  readonly isGone = this.lost.asReadonly();
  readonly error = this.failure.asReadonly();
  /** Whether the first comments are there. */
  readonly hasComments = this.isRead.asReadonly();
  readonly nextCursor = this.cursor.asReadonly();
  /** People who look at it, oneself included; 0 while that is not known. */
  readonly viewers = this.watching.asReadonly();
  /** The newest comment of somebody else that came while one was looking. */
  readonly latest = this.heard.asReadonly();

  /** In the order in which they came, without a hole before those that have not been read yet. */
  readonly shown = computed(() => {
    this.revision();
    const isComplete = this.cursor() === null;
    return (this.replica?.inOrder() ?? []).filter(
      ({ seq, author }) => isComplete || seq <= this.readUpTo() || author.id === this.ownId,
    );
  });

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0 && this.id()) {
        untracked(() => void this.tune());
      }
    });
    const asking = setInterval(() => void this.watch(), ASK_AGAIN_MS);
    this.realtime
      .events('comment:changed')
      .pipe(takeUntilDestroyed())
      .subscribe((changed) => changed.comment.postId === this.id() && this.hear(changed));
    this.realtime
      .events('post:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ post }) => post.id === this.id() && this.hearPost(post));
    this.realtime
      .events('post:deleted')
      .pipe(takeUntilDestroyed())
      .subscribe(({ postId }) => postId === this.id() && this.lose());
    this.realtime
      .events('post:viewers')
      .pipe(takeUntilDestroyed())
      .subscribe(({ postId, viewers }) => postId === this.id() && this.watching.set(viewers));
    inject(DestroyRef).onDestroy(() => {
      clearInterval(asking);
      this.unwatch();
    });
  }

  open(id: string): void {
    this.unwatch();
    this.id.set(id);
    this.replica = null;
    this.early = [];
    this.cursor.set(null);
    this.isRead.set(false);
    this.lost.set(false);
    this.watching.set(0);
    this.heard.set(null);
    void this.tune();
  }

  async retry(): Promise<void> {
    await this.read();
  }

  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (cursor !== null && !this.isPaging) {
      this.isPaging = true;
      await this.readPage(cursor).catch((error: unknown) => this.notices.showError(error));
      this.isPaging = false;
    }
  }

  /** The answer to what one did to a comment, whose event comes as well. */
  takeAnswer(comment: Comment): void {
    this.replica?.takeAnswer(comment);
    this.changed();
  }

  private async tune(): Promise<void> {
    await this.watch();
    if (!this.replica && !this.lost()) {
      await this.read();
    }
  }

  /** Says that one looks, and learns whether something was missed. */
  private async watch(): Promise<void> {
    const id = this.id();
    if (!id || this.lost()) {
      return;
    }
    try {
      const { viewers, change } = await this.realtime.command('post:watch', { postId: id });
      this.watching.set(viewers);
      if (this.replica && change > this.replica.applied) {
        await this.fill();
      }
    } catch (error) {
      if (isGone(error)) {
        this.lose();
      }
      // Anything else passes: the next connection asks again.
    }
  }

  private unwatch(): void {
    if (this.id() && this.realtime.state() === 'connected') {
      this.realtime.command('post:unwatch', { postId: this.id() }).catch(() => undefined);
    }
  }

  private async read(): Promise<void> {
    const id = this.id();
    this.failure.set(null);
    try {
      const post = await firstValueFrom(this.posts.get(id));
      if (this.id() !== id) {
        return;
      }
      this.replica = new PostReplica(post);
      this.known.remember([post]);
      await this.readPage(null);
      this.early.forEach((changed) => this.hear(changed));
      this.early = [];
    } catch (error) {
      if (isGone(error)) {
        this.lose();
      } else {
        this.failure.set(error);
      }
    }
  }

  private async readPage(cursor: string | null): Promise<void> {
    const id = this.id();
    const { items, nextCursor } = await firstValueFrom(this.comments.page(id, cursor));
    if (this.id() !== id) {
      return;
    }
    this.replica?.takePage(items);
    this.authors.remember(items.map(({ author }) => author));
    this.readUpTo.update((seq) => Math.max(seq, ...items.map((comment) => comment.seq)));
    this.cursor.set(nextCursor);
    this.isRead.set(true);
    this.changed();
  }

  private hear(changed: CommentChanged): void {
    if (!this.replica) {
      this.early.push(changed);
      return;
    }
    const { comment } = changed;
    if (comment.author.id !== this.ownId && comment.seq === comment.change && !comment.deletedAt) {
      this.heard.set(comment);
    }
    this.replica.takeComment(changed);
    this.changed();
  }

  private hearPost(post: Post): void {
    this.replica?.takePost(post);
    this.changed();
  }

  private changed(): void {
    if (this.replica) {
      this.known.remember([this.replica.post]);
      this.revision.update((revision) => revision + 1);
      if (this.replica.isBehind) {
        void this.fill();
      }
    }
  }

  /** Reads what was missed. */
  private async fill(): Promise<void> {
    const { replica } = this;
    if (this.isFilling || !replica) {
      return;
    }
    this.isFilling = true;
    try {
      let isMore = true;
      while (isMore) {
        const changes = await firstValueFrom(this.posts.changes(replica.post.id, replica.applied));
        replica.catchUp(changes);
        isMore = changes.more;
      }
    } catch (error) {
      if (isGone(error) && this.replica === replica) {
        this.lose();
      }
      // Otherwise the next event, or the next time that it asks, begins it anew.
    }
    this.isFilling = false;
    this.known.remember([replica.post]);
    this.revision.update((revision) => revision + 1);
  }

  private lose(): void {
    this.lost.set(true);
    this.known.forget(this.id());
  }
}

function isGone(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'post.not-found';
}
