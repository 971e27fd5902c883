import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';

/** A question before a step that cannot be taken back, in words of the person's language. */
export interface Question {
  title: string;
  text: string;
  /** What happens on yes, as a verb: "Delete", not "OK". */
  action: string;
  /** Shown in the colour of danger. */
  isDestructive?: boolean;
}

/** Opened with `MatDialog` and a `Question`; closes with true, or with nothing. */
@Component({
  selector: 'parley-confirm-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t; prefix: 'actions'">
      <h2 mat-dialog-title>{{ question.title }}</h2>
      <mat-dialog-content>
        <p>{{ question.text }}</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton mat-dialog-close>{{ t('cancel') }}</button>
        <button
          matButton="filled"
          [class.parley-danger]="question.isDestructive"
          [mat-dialog-close]="true"
          cdkFocusInitial
        >
          {{ question.action }}
        </button>
      </mat-dialog-actions>
    </ng-container>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
