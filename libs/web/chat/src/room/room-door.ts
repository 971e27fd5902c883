import { Component, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiDoorClosedLock, mdiDoorOpen } from '@mdi/js';
import { EmptyState, Skeleton } from '@parley/web-ui';
import { RoomActions } from '../rooms/room-actions';
import { titleOf } from '../rooms/room-naming';
import { RoomsApi } from '../rooms/rooms-api';
import { RoomsStore } from '../rooms/rooms-store';
import { Conversation } from './conversation';

/** A room that the person is not in: the way in, when there is one. */
@Component({
  selector: 'parley-room-door',
  imports: [EmptyState, MatButton, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.door'">
      @if (room.hasValue() && room.value(); as found) {
        <parley-empty-state [icon]="icons.open" [heading]="titleOf(found)" [text]="found.topic || t('text')">
          <a matButton routerLink="/chats">{{ t('back') }}</a>
          <button matButton="filled" type="button" (click)="actions.join(found.id)">{{ t('join') }}</button>
        </parley-empty-state>
      } @else if (room.error()) {
        <parley-empty-state [icon]="icons.closed" [heading]="t('closedTitle')" [text]="t('closedText')">
          <a matButton="outlined" routerLink="/chats">{{ t('back') }}</a>
        </parley-empty-state>
      } @else {
        <parley-skeleton [label]="t('loading')" />
      }
    </ng-container>
  `,
  styles: `
    :host {
      flex: 1;
      display: grid;
      align-content: center;
    }
  `,
})
export class RoomDoor {
  private readonly api = inject(RoomsApi);
  private readonly roomId = inject(Conversation).roomId;
  private readonly rooms = inject(RoomsStore);
  protected readonly actions = inject(RoomActions);

  protected readonly icons = { open: mdiDoorOpen, closed: mdiDoorClosedLock };
  protected readonly titleOf = titleOf;
  protected readonly room = rxResource({
    // Before that nobody knows whether it is one of ours.
    params: () => (this.rooms.synced() > 0 ? this.roomId : undefined),
    stream: ({ params: roomId }) => this.api.get(roomId),
  });
}
