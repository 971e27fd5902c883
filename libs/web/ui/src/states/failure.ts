import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiCloudAlertOutline } from '@mdi/js';
import { EmptyState } from './empty-state';

/** Something could not be loaded: what happened, and the button to try it again. */
@Component({
  selector: 'parley-failure',
  imports: [EmptyState, MatButton, TranslocoDirective],
  template: `
    <parley-empty-state role="alert" [icon]="icon" [heading]="text()" *transloco="let t; prefix: 'actions'">
      <button matButton="tonal" type="button" (click)="retry.emit()">{{ t('retry') }}</button>
    </parley-empty-state>
  `,
})
export class Failure {
  readonly text = input.required<string>();
  readonly retry = output();

  protected readonly icon = mdiCloudAlertOutline;
}
