import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HitRange, Message, User } from '@parley/contracts';
import { Avatar } from '@parley/web-ui';
import { ChatDates } from '../dates/chat-dates';
import { titleOf } from '../rooms/room-naming';
import { RoomsStore } from '../rooms/rooms-store';
import { Excerpts } from '../text/excerpts';
import { markedPieces } from './marked-text';

/** A message that was found: who said it, where and when, and what was found in it. */
@Component({
  selector: 'parley-message-hit',
  imports: [Avatar, RouterLink],
  template: `
    <a [routerLink]="['/chats', message().roomId, 'm', message().seq]">
      <parley-avatar [user]="author() ?? { id: message().authorId, displayName: '…' }" [size]="36" />
      <span class="about">
        <span class="head">
          <bdi class="name">{{ author()?.displayName ?? '…' }}</bdi>&ngsp;
          @if (room(); as room) {
            <bdi class="room">{{ room }}</bdi>&ngsp;
          }
          <time [attr.datetime]="message().createdAt" [title]="dates.full(message().createdAt)">{{
            dates.short(message().createdAt)
          }}</time>
        </span>
        &ngsp;
        <span class="text" dir="auto">
          @for (piece of pieces(); track $index) {
            @if (piece.isMarked) {
              <mark>{{ piece.text }}</mark>
            } @else {
              <span>{{ piece.text }}</span>
            }
          }
        </span>
      </span>
    </a>
  `,
  styleUrl: './hit.css',
})
export class MessageHit {
  private readonly excerpts = inject(Excerpts);
  private readonly rooms = inject(RoomsStore);
  protected readonly dates = inject(ChatDates);

  readonly message = input.required<Message>();
  readonly author = input<User>();
  readonly ranges = input.required<readonly HitRange[]>();
  /** In a search of one room, where it was said goes without saying. */
  readonly isRoomNamed = input(true);

  protected readonly pieces = computed(() =>
    this.message().body
      ? markedPieces(this.message().body, this.ranges())
      : [{ text: this.excerpts.of(this.message()), isMarked: false }],
  );
  protected readonly room = computed(() => {
    const room = this.rooms.rooms().find(({ id }) => id === this.message().roomId);
    return this.isRoomNamed() && room ? titleOf(room) : '';
  });
}
