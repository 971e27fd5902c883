import { Component, computed, inject, input, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { NearEnd, Skeleton } from '@parley/web-ui';
import { PostCard } from '../card/post-card';
import { PostDeletions } from '../posts/post-deletions';
import type { PostList } from './post-list';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['j', 1],
  ['ArrowDown', 1],
  ['k', -1],
  ['ArrowUp', -1],
]);

/** The cards of a list, and more of them where it ends. Arrows, or j and k, go from one to the next. */
@Component({
  selector: 'parley-post-stream',
  imports: [NearEnd, PostCard, Skeleton, TranslocoDirective],
  template: `
    <div *transloco="let t; prefix: 'feed'" role="feed" [attr.aria-label]="label()" (keydown)="press($event)">
      @for (post of posts(); track post.id) {
        <parley-post-card [post]="post" />
      }
      @for (end of ends(); track end) {
        <div (parleyNearEnd)="list().loadMore()">
          <parley-skeleton [label]="t('loading')" [count]="2" />
        </div>
      }
    </div>
  `,
  styles: `
    [role='feed'] {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
  `,
})
export class PostStream {
  private readonly cards = viewChildren(PostCard);
  private readonly deletions = inject(PostDeletions);

  readonly list = input.required<PostList>();
  readonly label = input.required<string>();

  protected readonly posts = computed(() =>
    this.list()
      .posts()
      .filter(({ id }) => !this.deletions.has(id)),
  );
  /** A new one for each page, so that each tells by itself when it comes near. */
  protected readonly ends = computed(() => {
    const cursor = this.list().nextCursor();
    return cursor === null ? [] : [cursor];
  });

  protected press(event: KeyboardEvent): void {
    const step = STEPS.get(event.key);
    const card = event.target instanceof Element ? event.target.closest('parley-post-card') : null;
    const isOnCard =
      event.target instanceof Element && event.target.matches('article, article a, article button');
    if (step === undefined || !isOnCard || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const index = this.cards().findIndex((other) => other.isIn(card));
    const next = this.cards()[index + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
}
