import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { User } from '@parley/contracts';
import { BlockedPeople, Notices } from '@parley/web-core';
import { Avatar, Failure, Skeleton } from '@parley/web-ui';

/** Whom one has blocked, with the way back. */
@Component({
  selector: 'parley-blocked-list',
  imports: [Avatar, Failure, MatButton, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.privacy.blocked'">
      @if (blocked.list(); as people) {
        @if (people.length > 0) {
          <ul>
            @for (person of people; track person.id) {
              <li>
                <parley-avatar [user]="person" [size]="40" />
                <a [routerLink]="'/@' + person.username">
                  <strong
                    ><bdi>{{ person.displayName }}</bdi></strong
                  >
                  <small>&#64;{{ person.username }}</small>
                </a>
                <button
                  matButton="outlined"
                  type="button"
                  [disabled]="busy() === person.id"
                  [attr.aria-label]="t('unblockOf', { name: person.displayName })"
                  (click)="unblock(person)"
                >
                  {{ t('unblock') }}
                </button>
              </li>
            }
          </ul>
        } @else {
          <p class="lead">{{ t('none') }}</p>
        }
      } @else if (blocked.hasFailed()) {
        <parley-failure [text]="t('error')" (retry)="blocked.load()" />
      } @else {
        <parley-skeleton [label]="t('loading')" [count]="2" />
      }
    </ng-container>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: 12px;
      padding-block: 10px;
      border-block-end: 1px solid var(--parley-line);
    }
    a {
      flex: 1;
      display: grid;
      min-inline-size: 0;
      color: inherit;
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    a:hover strong {
      text-decoration: underline;
    }
    small {
      color: var(--parley-text-soft);
    }
  `,
})
export class BlockedList {
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);

  protected readonly blocked = inject(BlockedPeople);
  protected readonly busy = signal('');

  protected async unblock(person: User): Promise<void> {
    this.busy.set(person.id);
    if (await this.blocked.unblock(person)) {
      const name = person.displayName;
      void this.notices.show(this.texts.translate('settings.privacy.blocked.unblocked', { name }));
    }
    this.busy.set('');
  }
}
