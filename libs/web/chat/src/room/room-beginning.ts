import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Room } from '@parley/contracts';
import { Avatar } from '@parley/web-ui';
import { pictureOf, titleOf } from '../rooms/room-naming';

/** Above the first message of a room. */
@Component({
  selector: 'parley-room-beginning',
  imports: [Avatar, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.beginning'">
      <parley-avatar [user]="picture()" [size]="64" [square]="room().kind !== 'direct'" />
      <h2>
        <bdi>{{ title() }}</bdi>
      </h2>
      <p>{{ t(room().kind, { name: title() }) }}</p>
      @if (room().topic) {
        <p>{{ room().topic }}</p>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      padding: 32px 20px 12px;
    }
    h2 {
      margin: 12px 0 4px;
      font-size: 1.375rem;
      font-weight: 700;
      line-height: 1.3;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
      max-inline-size: 60ch;
      color: var(--parley-text-soft);
      overflow-wrap: anywhere;
    }
  `,
})
export class RoomBeginning {
  readonly room = input.required<Room>();

  protected readonly title = computed(() => titleOf(this.room()));
  protected readonly picture = computed(() => pictureOf(this.room()));
}
