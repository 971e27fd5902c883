import { Component, computed, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { Icon } from '../icon/icon';

/** A password that can be shown while it is typed. Messages of its errors are keys of the texts. */
@Component({
  selector: 'parley-password-field',
  imports: [
    FormField,
    Icon,
    MatError,
    MatFormField,
    MatHint,
    MatIconButton,
    MatInput,
    MatLabel,
    MatSuffix,
    TranslocoDirective,
  ],
  template: `
    <mat-form-field *transloco="let t">
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput
        [type]="isShown() ? 'text' : 'password'"
        [attr.autocomplete]="autocomplete()"
        [formField]="field()"
      />
      <button
        matIconButton
        matSuffix
        type="button"
        [attr.aria-label]="t('forms.showPassword')"
        [attr.aria-pressed]="isShown()"
        (click)="isShown.set(!isShown())"
      >
        <parley-icon [path]="icon()" />
      </button>
      @if (hint()) {
        <mat-hint>{{ hint() }}</mat-hint>
      }
      @for (error of field()().errors(); track error.kind) {
        <mat-error>{{ t(error.message ?? '') }}</mat-error>
      }
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }
    mat-form-field {
      inline-size: 100%;
    }
    button {
      margin-inline-end: 4px;
    }
  `,
})
export class PasswordField {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  /** Tells password managers what to fill in or to keep. */
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly hint = input('');

  protected readonly isShown = signal(false);
  protected readonly icon = computed(() => (this.isShown() ? mdiEyeOffOutline : mdiEyeOutline));
}
