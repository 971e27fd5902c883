import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** Nothing is here yet, and what to do about it: the actions are its content. */
@Component({
  selector: 'parley-empty-state',
  imports: [Icon],
  template: `
    <div class="picture"><parley-icon [path]="icon()" /></div>
    <h2>{{ heading() }}</h2>
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styleUrl: './empty-state.css',
})
export class EmptyState {
  /** A path of `@mdi/js`. */
  readonly icon = input.required<string>();
  readonly heading = input.required<string>();
  readonly text = input<string>();
}
