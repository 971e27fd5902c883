import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiMessageTextOutline } from '@mdi/js';
import { EmptyState } from '@parley/web-ui';

/** Beside the list, as long as nothing was chosen from it. */
@Component({
  selector: 'parley-no-room',
  imports: [EmptyState, TranslocoDirective],
  template: `
    <parley-empty-state
      *transloco="let t; prefix: 'chat.noRoom'"
      [icon]="icon"
      [heading]="t('title')"
      [text]="t('text')"
    />
  `,
  styles: `
    :host {
      display: grid;
      block-size: 100%;
      place-items: center;
    }
  `,
})
export class NoRoom {
  protected readonly icon = mdiMessageTextOutline;
}
