import { Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Authors, Typists } from '@parley/web-core';

/** So many are named; more are counted. */
const NAMED = 2;

/** "Ann is typing…" under a post, for as long as that is so. */
@Component({
  selector: 'parley-comment-typing',
  imports: [TranslocoDirective],
  template: `
    <p *transloco="let t; prefix: 'feed.typing'">
      @if (ids().length > NAMED) {
        {{ t('many', { count: ids().length }) }}
      } @else if (ids().length > 0) {
        <bdi>{{ t(ids().length === 1 ? 'one' : 'two', { first: names()[0], second: names()[1] }) }}</bdi>
      }
    </p>
  `,
  styles: `
    p {
      block-size: 20px;
      margin: 0;
      padding-inline: 16px;
      color: var(--parley-text-soft);
      font-size: 0.75rem;
      line-height: 20px;
    }
  `,
})
export class CommentTyping {
  private readonly authors = inject(Authors);
  private readonly typists = inject(Typists);

  readonly postId = input.required<string>();

  protected readonly NAMED = NAMED;
  protected readonly ids = computed(() => this.typists.in(this.postId()));
  protected readonly names = computed(() => this.ids().map((id) => this.authors.get(id)?.displayName ?? '…'));

  constructor() {
    effect(() => this.authors.need(this.ids().slice(0, NAMED)));
  }
}
