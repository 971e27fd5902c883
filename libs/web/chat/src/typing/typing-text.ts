import { Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Authors, Typists } from '@parley/web-core';

/** So many are named; more are counted. */
const NAMED = 2;

/** "Ann is typing…", for as long as that is so. */
@Component({
  selector: 'parley-typing-text',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.typing'">
      @if (ids().length > 0) {
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
        <bdi>
          @if (isAlone()) {
            {{ t('alone') }}
          } @else if (ids().length > NAMED) {
            {{ t('many', { count: ids().length }) }}
          } @else {
            {{ t(ids().length === 1 ? 'one' : 'two', { first: names()[0], second: names()[1] }) }}
          }
        </bdi>
      }
    </ng-container>
  `,
  styleUrl: './typing-text.css',
})
export class TypingText {
  private readonly authors = inject(Authors);
  private readonly typists = inject(Typists);

  readonly roomId = input.required<string>();
  /** Whether there is only one who could be writing, so that nobody has to be named. */
  readonly isAlone = input(false);

  protected readonly NAMED = NAMED;
  protected readonly ids = computed(() => this.typists.in(this.roomId()));
  protected readonly names = computed(() => this.ids().map((id) => this.authors.get(id)?.displayName ?? '…'));

  constructor() {
    effect(() => this.authors.need(this.ids().slice(0, NAMED)));
  }
}
