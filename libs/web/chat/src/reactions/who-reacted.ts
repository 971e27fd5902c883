import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Authors } from '@parley/web-core';
import type { ShownReaction } from '@parley/web-core';
import { Avatar } from '@parley/web-ui';

/** Who reacted to a message, emoji by emoji. */
@Component({
  selector: 'parley-who-reacted',
  imports: [
    Avatar,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    RouterLink,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.reactions'">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        <div class="kinds" role="group" [attr.aria-label]="t('kinds')">
          @for (reaction of given.reactions; track reaction.emoji) {
            <button
              type="button"
              [attr.aria-pressed]="reaction.emoji === emoji()"
              (click)="emoji.set(reaction.emoji)"
            >
              {{ reaction.emoji }} <b>{{ reaction.count }}</b>
            </button>
          }
        </div>
        <ul>
          @for (person of people(); track person.id) {
            <li>
              <parley-avatar [user]="person" [size]="32" />
              @if (person.username) {
                <a [routerLink]="'/@' + person.username" mat-dialog-close
                  ><bdi>{{ person.displayName }}</bdi></a
                >
              } @else {
                <span>…</span>
              }
            </li>
          }
        </ul>
        @if (others() > 0) {
          <p>{{ t('others', { count: others() }) }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('close') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    .kinds {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      margin-block-end: 12px;
    }

    button[aria-pressed] {
      block-size: 34px;
      padding-inline: 10px;
      border: 1px solid var(--parley-line);
      border-radius: 17px;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }

    button[aria-pressed='true'] {
      border-color: var(--parley-accent);
      background: var(--parley-accent-soft);
    }

    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      align-items: center;
      gap: 12px;
      min-block-size: 36px;
    }

    a {
      color: var(--parley-text);
      text-decoration: none;
      overflow-wrap: anywhere;
    }

    a:hover {
      text-decoration: underline;
    }
  `,
})
export class WhoReacted {
  private readonly authors = inject(Authors);
  protected readonly given = inject<{ reactions: readonly ShownReaction[]; emoji: string }>(MAT_DIALOG_DATA);

  protected readonly emoji = signal(this.given.emoji);
  private readonly reaction = computed(() =>
    this.given.reactions.find((reaction) => reaction.emoji === this.emoji()),
  );
  protected readonly people = computed(() =>
    (this.reaction()?.userIds ?? []).map(
      (id) => this.authors.get(id) ?? { id, displayName: '', username: '' },
    ),
  );
  protected readonly others = computed(() => (this.reaction()?.count ?? 0) - this.people().length);

  constructor() {
    this.authors.need(this.given.reactions.flatMap(({ userIds }) => userIds));
  }
}
