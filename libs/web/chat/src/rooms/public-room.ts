import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Room } from '@parley/contracts';
import { Avatar } from '@parley/web-ui';
import { pictureOf, titleOf } from './room-naming';

/** A room that anybody may join, and the button for it. */
@Component({
  selector: 'parley-public-room',
  imports: [Avatar, MatButton, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.browse'">
      <parley-avatar [user]="picture()" [size]="44" [square]="true" />
      <div class="about">
        <a [routerLink]="['/chats', room().id]"
          ><bdi>{{ title() }}</bdi></a
        >
        <p>{{ room().topic }}</p>
        <small>{{ t('members', { count: room().memberCount }) }}</small>
      </div>
      @if (room().me) {
        <button
          matButton
          type="button"
          (click)="leave.emit()"
          [attr.aria-label]="t('leaveNamed', { name: title() })"
        >
          {{ t('leave') }}
        </button>
      } @else {
        <button
          matButton="tonal"
          type="button"
          (click)="join.emit()"
          [attr.aria-label]="t('joinNamed', { name: title() })"
        >
          {{ t('join') }}
        </button>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 10px 8px;
      border-block-end: 1px solid var(--parley-line);
    }
    .about {
      flex: 1;
      min-inline-size: 0;
    }
    a {
      color: var(--parley-text);
      font-weight: 600;
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    a:hover {
      text-decoration: underline;
    }
    p {
      display: -webkit-box;
      margin: 0;
      overflow: hidden;
      color: var(--parley-text-soft);
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
    }
    small {
      color: var(--parley-text-soft);
    }
  `,
})
export class PublicRoom {
  readonly room = input.required<Room>();
  readonly join = output();
  readonly leave = output();

  protected readonly title = computed(() => titleOf(this.room()));
  protected readonly picture = computed(() => pictureOf(this.room()));
}
