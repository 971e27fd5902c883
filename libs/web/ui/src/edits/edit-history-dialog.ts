import { Component, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { Skeleton } from '../states/skeleton';
import { DISPLAY_LOCALE } from '../time/display-locale';
import type { EditHistoryTask } from './edit-history';

/** All versions of a text, the newest first. */
@Component({
  selector: 'parley-edit-history-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Skeleton,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t; prefix: 'edits'">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        @if (versions.hasValue()) {
          <ol reversed>
            @for (version of versions.value(); track $index) {
              <li>
                <time [attr.datetime]="version.writtenAt">
                  {{ dateOf(version.writtenAt) }}{{ $first ? ' · ' + t('now') : '' }}
                </time>
                <p dir="auto">{{ version.body }}</p>
              </li>
            }
          </ol>
        } @else if (versions.error()) {
          <p role="alert">{{ t('error') }}</p>
          <button matButton="outlined" type="button" (click)="versions.reload()">{{ t('retry') }}</button>
        } @else {
          <parley-skeleton [label]="t('loading')" [count]="2" />
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('close') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    ol {
      display: grid;
      gap: 16px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    time {
      color: var(--parley-text-soft);
      font-size: 0.75rem;
    }

    li p {
      color: var(--parley-text);
      margin: 2px 0 0;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }

    li:not(:first-child) p {
      color: var(--parley-text-soft);
    }
  `,
})
export class EditHistoryDialog {
  private readonly locale = inject(DISPLAY_LOCALE);
  private readonly task = inject<EditHistoryTask>(MAT_DIALOG_DATA);

  protected readonly versions = resource({
    loader: async () => {
      const { body, editedAt, createdAt } = this.task.edited;
      return [...(await this.task.load()), { body, writtenAt: editedAt ?? createdAt }].reverse();
    },
  });

  protected dateOf(time: string): string {
    const format = new Intl.DateTimeFormat(this.locale(), { dateStyle: 'full', timeStyle: 'short' });
    return format.format(new Date(time));
  }
}
