import { Component, input } from '@angular/core';
import { Alert } from '@parley/web-ui';

/** The top of a page before one is signed in: what it is for, and what went wrong. */
@Component({
  selector: 'parley-gate-head',
  imports: [Alert],
  template: `
    <h1>{{ heading() }}</h1>
    <p class="lead">{{ lead() }}</p>
    @if (problem()) {
      <parley-alert kind="error">{{ problem() }}</parley-alert>
    } @else if (notice()) {
      <parley-alert>{{ notice() }}</parley-alert>
    }
  `,
  styleUrl: './form.css',
})
export class GateHead {
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  readonly problem = input('');
  readonly notice = input('');
}
