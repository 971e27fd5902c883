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
import type { Message } from '@parley/contracts';
import { Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { ChatDates } from '../dates/chat-dates';
import { MessagesApi } from '../room/messages-api';

/** What a message says, and what it said before. */
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
    <ng-container *transloco="let t; prefix: 'chat.edits'">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        @if (versions.hasValue()) {
          <ol reversed>
            @for (version of versions.value(); track $index) {
              <li>
                <time [attr.datetime]="version.writtenAt">
                  {{ dates.full(version.writtenAt) }}{{ $first ? ' · ' + t('now') : '' }}
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
  private readonly api = inject(MessagesApi);
  private readonly message = inject<Message>(MAT_DIALOG_DATA);
  protected readonly dates = inject(ChatDates);

  /** The newest first. */
  protected readonly versions = resource({
    loader: async () => {
      const { body, editedAt, createdAt } = this.message;
      const { items } = await firstValueFrom(this.api.edits(this.message.id));
      return [...items, { body, writtenAt: editedAt ?? createdAt }].reverse();
    },
  });
}
