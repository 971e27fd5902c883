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

/** Keys as they are named on the keyboard, and what they do in the language of the person. */
export interface Shortcut {
  keys: readonly string[];
  action: string;
}

export interface ShortcutGroup {
  heading: string;
  shortcuts: readonly Shortcut[];
}

/** Opened with `MatDialog` and a list of `ShortcutGroup`s. */
@Component({
  selector: 'parley-shortcuts-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t">
      <h2 mat-dialog-title>{{ t('shortcuts.title') }}</h2>
      <mat-dialog-content>
        @for (group of groups; track group.heading) {
          <h3>{{ group.heading }}</h3>
          <dl>
            @for (shortcut of group.shortcuts; track shortcut.action) {
              <div>
                <dt>{{ shortcut.action }}</dt>
                <dd>
                  @for (key of shortcut.keys; track key) {
                    <kbd>{{ key }}</kbd>
                  }
                </dd>
              </div>
            }
          </dl>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton mat-dialog-close>{{ t('actions.close') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styleUrl: './shortcuts-dialog.css',
})
export class ShortcutsDialog {
  protected readonly groups = inject<readonly ShortcutGroup[]>(MAT_DIALOG_DATA);
}
