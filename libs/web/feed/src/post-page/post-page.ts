import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiArrowLeft, mdiCommentOutline, mdiEyeOutline, mdiFileHidden } from '@mdi/js';
import type { Comment } from '@parley/contracts';
import { ErrorTexts, Locale, PageTitle } from '@parley/web-core';
import { EmptyState, Failure, Icon, NearEnd, Skeleton } from '@parley/web-ui';
import { PostCard } from '../card/post-card';
import { CommentComposer } from '../comments/comment-composer';
import { CommentDeletions } from '../comments/comment-deletions';
import { CommentItem } from '../comments/comment-item';
import { CommentReactions } from '../comments/comment-reactions';
import { CommentTyping } from '../comments/comment-typing';
import { CommentTypingReporter } from '../comments/comment-typing-reporter';
import { threadsOf } from '../comments/threads';
import { WaitingCommentItem } from '../comments/waiting-comment-item';
import { PostDeletions } from '../posts/post-deletions';
import { CommentOutbox } from '../writing/comment-outbox';
import { PostThread } from './post-thread';

const NAMED_CHARACTERS = 40;

/** A post, and what people say about it while one looks. */
@Component({
  selector: 'parley-post-page',
  imports: [
    CommentComposer,
    CommentItem,
    CommentTyping,
    EmptyState,
    Failure,
    Icon,
    NearEnd,
    PostCard,
    RouterLink,
    Skeleton,
    TranslocoDirective,
    WaitingCommentItem,
  ],
  providers: [CommentReactions, CommentTypingReporter, PostThread],
  templateUrl: './post-page.html',
  styleUrls: ['../column.css', './post-page.css'],
})
export class PostPage {
  private readonly composer = viewChild(CommentComposer);
  private readonly deletions = inject(CommentDeletions);
  private readonly outbox = inject(CommentOutbox);
  private readonly postDeletions = inject(PostDeletions);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly locale = inject(Locale);
  protected readonly thread = inject(PostThread);
  protected readonly typing = inject(CommentTypingReporter);

  /** From the address. */
  readonly postId = input.required<string>();

  protected readonly parent = signal<Comment | null>(null);
  protected readonly threads = computed(() => threadsOf(this.thread.shown(), (id) => this.deletions.has(id)));
  protected readonly waiting = computed(() => {
    const known = new Set(this.thread.shown().map(({ id }) => id));
    return this.outbox.entries().filter(({ id, postId }) => postId === this.postId() && !known.has(id));
  });
  protected readonly ends = computed(() => {
    const cursor = this.thread.nextCursor();
    return cursor === null ? [] : [cursor];
  });
  /** The comment that somebody came for. */
  protected readonly wanted = computed(() => this.fragment()?.replace(/^comment-/, '') ?? '');
  protected readonly isWantedThere = computed(() =>
    this.thread.shown().some(({ id }) => id === this.wanted()),
  );
  protected readonly icons = {
    back: mdiArrowLeft,
    comments: mdiCommentOutline,
    gone: mdiFileHidden,
    viewers: mdiEyeOutline,
  };

  constructor() {
    const title = inject(PageTitle);
    const router = inject(Router);
    effect(() => {
      const id = this.postId();
      untracked(() => {
        this.parent.set(null);
        this.thread.open(id);
      });
    });
    effect(() => {
      const post = this.thread.post();
      if (post) {
        const words = post.body.replaceAll(/\s+/g, ' ').slice(0, NAMED_CHARACTERS);
        untracked(() => title.name(`${post.author.displayName}: ${words}`));
      }
    });
    // Whoever deletes a post has nothing more to see here, and can take it back from the feed.
    effect(() => {
      if (this.postDeletions.has(this.postId())) {
        untracked(() => void router.navigate(['/feed']));
      }
    });
    // Read on until it comes, then go there once.
    effect(() => {
      if (this.wanted() && !this.isWantedThere() && this.thread.nextCursor() !== null) {
        untracked(() => void this.thread.loadMore());
      }
    });
    afterRenderEffect(() => {
      if (this.isWantedThere()) {
        document.getElementById(`comment-${this.wanted()}`)?.scrollIntoView({ block: 'center' });
      }
    });
    this.outbox.sent.pipe(takeUntilDestroyed()).subscribe((comment) => {
      if (comment.postId === this.postId()) {
        this.thread.takeAnswer(comment);
      }
    });
  }

  protected answersWaiting(id: string) {
    return this.waiting().filter(({ parentId }) => parentId === id);
  }

  protected rootsWaiting() {
    const roots = new Set(this.threads().map(({ comment }) => comment.id));
    return this.waiting().filter(({ parentId }) => parentId === null || !roots.has(parentId));
  }

  /** An answer to an answer belongs to the same thread. */
  protected answer(comment: Comment): void {
    this.parent.set(comment);
    this.composer()?.focus();
  }
}
