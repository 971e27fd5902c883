import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountMinusOutline,
  mdiAccountMultipleOutline,
  mdiAccountPlusOutline,
  mdiAlertOutline,
  mdiCommentOffOutline,
  mdiCommentOutline,
  mdiDeleteOutline,
  mdiDotsHorizontal,
  mdiHistory,
  mdiLinkVariant,
  mdiPencilOutline,
  mdiTimerSandEmpty,
} from '@mdi/js';
import type { Post } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Follows, Locale } from '@parley/web-core';
import { Icon, Portrait, ReactionChips, RelativeTime } from '@parley/web-ui';
import { PostFiles } from '../files/post-files';
import { PostDeletions } from '../posts/post-deletions';
import { PostReactions } from '../posts/post-reactions';
import { ReactionNames } from '../reactions/reaction-names';
import { WrittenText } from '../text/written-text';
import { PostActions } from './post-actions';
import { TextEditor } from './text-editor';

const INTERACTIVE = 'a, button, textarea, pre, input, parley-text-editor';

/** A post, in a list or on its own page. */
@Component({
  selector: 'parley-post-card',
  imports: [
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    Portrait,
    PostFiles,
    ReactionChips,
    RelativeTime,
    RouterLink,
    TextEditor,
    TranslocoDirective,
    WrittenText,
  ],
  templateUrl: './post-card.html',
  styleUrl: './post-card.css',
  host: { '[class.whole]': 'isWhole()' },
})
export class PostCard {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  protected readonly actions = inject(PostActions);
  protected readonly deletions = inject(PostDeletions);
  protected readonly follows = inject(Follows);
  protected readonly locale = inject(Locale);
  protected readonly reactionNames = inject(ReactionNames);
  protected readonly reactions = inject(PostReactions);

  readonly post = input.required<Post>();
  /** On its own page, where it leads nowhere. */
  readonly isWhole = input(false);

  protected readonly isEditing = signal(false);
  /** What is behind a warning is seen by who wants to. */
  protected readonly isRevealed = signal(false);
  /** Seconds between two comments of a person. */
  protected readonly paces = [0, 10, 30, 60, 300];
  protected readonly isOwn = computed(() => this.actions.isOwn(this.post()));
  /** Undefined until it is known. */
  protected readonly isFollowed = computed(
    () => this.follows.isFollowed(this.post().author.id) ?? (this.follows.isComplete() ? false : undefined),
  );
  protected readonly shown = computed(() => this.reactions.of(this.post()));
  protected readonly exactTime = computed(() =>
    this.locale.date(this.post().createdAt, { dateStyle: 'long', timeStyle: 'short' }),
  );
  protected readonly limit = limits.post.body;
  protected readonly icons = {
    closed: mdiCommentOffOutline,
    comments: mdiCommentOutline,
    delete: mdiDeleteOutline,
    edit: mdiPencilOutline,
    follow: mdiAccountPlusOutline,
    followers: mdiAccountMultipleOutline,
    history: mdiHistory,
    link: mdiLinkVariant,
    more: mdiDotsHorizontal,
    slow: mdiTimerSandEmpty,
    unfollow: mdiAccountMinusOutline,
    warning: mdiAlertOutline,
  };

  focus(): void {
    this.element.querySelector<HTMLElement>('article')?.focus();
  }

  isIn(element: Element | null): boolean {
    return this.element === element;
  }

  /** What is no control of its own leads to the page of the post, unless words were marked. */
  protected open(event: Event): void {
    const isControl = event.target instanceof Element && event.target.closest(INTERACTIVE) !== null;
    if (!this.isWhole() && !isControl && !getSelection()?.toString()) {
      void this.router.navigate(['/posts', this.post().id]);
    }
  }

  /** Enter on the card itself, not on something in it. */
  protected openByKey(event: Event): void {
    if (event.target === event.currentTarget) {
      this.open(event);
    }
  }

  protected async save(body: string): Promise<void> {
    if (await this.actions.update(this.post(), { body })) {
      this.endEditing();
    }
  }

  protected endEditing(): void {
    this.isEditing.set(false);
    this.focus();
  }
}
