import { Component, computed, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { Icon } from '../icon/icon';

/** Shows and hides a password: `<input [type]="reveal.type()"> <parley-reveal #reveal matSuffix />`. */
@Component({
  selector: 'parley-reveal',
  imports: [Icon, MatIconButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'forms'">
      <button
        matIconButton
        type="button"
        [attr.aria-label]="t('showPassword')"
        [attr.aria-pressed]="isShown()"
        (click)="isShown.set(!isShown())"
      >
        <parley-icon [path]="icon()" />
      </button>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      margin-inline-end: 4px;
    }
  `,
})
export class Reveal {
  protected readonly isShown = signal(false);
  protected readonly icon = computed(() => (this.isShown() ? mdiEyeOffOutline : mdiEyeOutline));

  /** For the `type` of the input. */
  readonly type = computed(() => (this.isShown() ? 'text' : 'password'));
}
