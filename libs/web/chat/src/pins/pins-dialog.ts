import { Component, inject, linkedSignal, resource } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiPinOffOutline } from '@mdi/js';
import type { Message } from '@parley/contracts';
import { Authors } from '@parley/web-core';
import { Avatar, Icon, Skeleton } from '@parley/web-ui';
import { ChatDates } from '../dates/chat-dates';
import { Excerpts } from '../text/excerpts';
import type { PinsTask } from './pins';

/** The pinned messages of a room. It closes with the number of the one that somebody wants to see. */
@Component({
  selector: 'parley-pins-dialog',
  imports: [
    Avatar,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatIconButton,
    Skeleton,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.pins'">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        @if (loaded.hasValue()) {
          <ul>
            @for (message of messages(); track message.id) {
              <li>
                <button type="button" class="message" (click)="dialog.close(message.seq)">
                  <parley-avatar [user]="authorOf(message)" [size]="32" />
                  <span class="head">
                    <b
                      ><bdi>{{ authorOf(message).displayName }}</bdi></b
                    >
                    <time [attr.datetime]="message.createdAt">{{ dates.full(message.createdAt) }}</time>
                  </span>
                  <span class="text"
                    ><bdi>{{ excerpt(message) }}</bdi></span
                  >
                </button>
                @if (task.mayUnpin) {
                  <button
                    matIconButton
                    type="button"
                    [attr.aria-label]="t('unpin')"
                    [title]="t('unpin')"
                    (click)="unpin(message)"
                  >
                    <parley-icon [path]="icons.unpin" />
                  </button>
                }
              </li>
            } @empty {
              <li class="empty">{{ t('empty') }}</li>
            }
          </ul>
        } @else if (loaded.error()) {
          <p role="alert">{{ t('error') }}</p>
          <button matButton="outlined" type="button" (click)="loaded.reload()">{{ t('retry') }}</button>
        } @else {
          <parley-skeleton [label]="t('loading')" [count]="3" />
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('close') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styleUrl: './pins-dialog.css',
})
export class PinsDialog {
  private readonly authors = inject(Authors);
  private readonly excerpts = inject(Excerpts);
  protected readonly dates = inject(ChatDates);
  protected readonly dialog = inject<MatDialogRef<PinsDialog, number>>(MatDialogRef);
  protected readonly task = inject<PinsTask>(MAT_DIALOG_DATA);

  protected readonly icons = { unpin: mdiPinOffOutline };
  protected readonly loaded = resource({
    loader: async () => {
      const messages = await this.task.load();
      this.authors.need(messages.map(({ authorId }) => authorId));
      return messages;
    },
  });
  protected readonly messages = linkedSignal(() => (this.loaded.hasValue() ? this.loaded.value() : []));

  constructor() {
    this.task.changes.pipe(takeUntilDestroyed()).subscribe((changed) => {
      if (changed.some((message) => message.pinnedAt !== null || this.isShown(message))) {
        this.loaded.reload();
      }
    });
  }

  protected authorOf({ authorId }: Message) {
    return this.authors.get(authorId) ?? { id: authorId, displayName: '…' };
  }

  protected excerpt(message: Message): string {
    return this.excerpts.of(message);
  }

  private isShown({ id }: Message): boolean {
    return this.messages().some((shown) => shown.id === id);
  }

  protected async unpin(message: Message): Promise<void> {
    if (await this.task.unpin(message)) {
      this.messages.update((messages) => messages.filter(({ id }) => id !== message.id));
    }
  }
}
