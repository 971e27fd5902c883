import { Component, input } from '@angular/core';

/** A picture from `@mdi/js`, of which only the paths that are used reach the bundle. It is decoration: name what it is on. */
@Component({
  selector: 'parley-icon',
  template: `<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-block;
      inline-size: var(--parley-icon-size, 1.5rem);
      block-size: var(--parley-icon-size, 1.5rem);
      flex: none;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      fill: currentColor;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Icon {
  readonly path = input.required<string>();
}
