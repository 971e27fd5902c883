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
import type { Post } from '@parley/contracts';
import { Locale } from '@parley/web-core';
import { Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { PostsApi } from '../posts/posts-api';

/** What a post says, and what it said before. */
@Component({
  selector: 'parley-post-edits-dialog',
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
    <ng-container *transloco="let t; prefix: 'feed.edits'">
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
      margin: 2px 0 0;
      color: var(--parley-text);
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
})
export class PostEditsDialog {
  private readonly api = inject(PostsApi);
  private readonly locale = inject(Locale);
  private readonly post = inject<Post>(MAT_DIALOG_DATA);

  /** The newest first. */
  protected readonly versions = resource({
    loader: async () => {
      const { id, body, editedAt, createdAt } = this.post;
      const { items } = await firstValueFrom(this.api.edits(id));
      return [...items, { body, writtenAt: editedAt ?? createdAt }].reverse();
    },
  });

  protected dateOf(time: string): string {
    return this.locale.date(time, { dateStyle: 'full', timeStyle: 'short' });
  }
}
