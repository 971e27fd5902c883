import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  input,
  effect,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiArrowUp, mdiNewspaperVariantOutline } from '@mdi/js';
import { ErrorTexts } from '@parley/web-core';
import { EmptyState, Failure, Icon, Skeleton } from '@parley/web-ui';
import type { FeedName } from '../posts/posts-api';
import { PostComposer } from '../writing/post-composer';
import { PostOutbox } from '../writing/post-outbox';
import { Feeds } from './feeds';
import { PostStream } from './post-stream';
import { WaitingPostCard } from './waiting-post-card';

/** What people publish: everybody, or those whom one follows. */
@Component({
  selector: 'parley-feed-page',
  imports: [
    EmptyState,
    Failure,
    Icon,
    MatButton,
    PostComposer,
    PostStream,
    RouterLink,
    RouterLinkActive,
    Skeleton,
    TranslocoDirective,
    WaitingPostCard,
  ],
  templateUrl: './feed-page.html',
  styleUrls: ['../column.css', './feed-page.css'],
  host: { '(scroll)': 'list().scrollTop = pane.scrollTop' },
})
export class FeedPage {
  private readonly feeds = inject(Feeds);
  protected readonly pane = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly outbox = inject(PostOutbox);

  /** From the table of routes. */
  readonly feed = input.required<FeedName>();

  protected readonly list = computed(() => this.feeds.of(this.feed()));
  protected readonly waiting = computed(() => [...this.outbox.entries()].reverse());
  protected readonly isEmpty = computed(
    () => this.list().isLoaded() && this.list().posts().length === 0 && this.waiting().length === 0,
  );
  protected readonly tabs = [
    { name: 'latest', path: '/feed' },
    { name: 'following', path: '/feed/following' },
  ];
  protected readonly emptyIcon = mdiNewspaperVariantOutline;
  protected readonly upIcon = mdiArrowUp;

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      const list = this.list();
      untracked(() => {
        this.feeds.enter(this.feed());
        afterNextRender(() => this.pane.scrollTo({ top: list.scrollTop }), { injector });
      });
    });
    inject(DestroyRef).onDestroy(() => this.feeds.leave());
  }

  protected async showFresh(): Promise<void> {
    await this.list().showFresh();
    this.pane.scrollTo({ top: 0 });
  }
}
