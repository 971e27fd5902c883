import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HitRange, Room, User } from '@parley/contracts';
import { Avatar } from '@parley/web-ui';
import { pictureOf, titleOf } from '../rooms/room-naming';
import { markedPieces } from './marked-text';

/** A person or a room that was found. */
@Component({
  selector: 'parley-name-hit',
  imports: [Avatar, RouterLink],
  template: `
    <a [routerLink]="link()">
      <parley-avatar [user]="picture()" [size]="36" [square]="isSquare()" />
      <span class="about">
        <bdi class="name">
          @for (piece of pieces(); track $index) {
            @if (piece.isMarked) {
              <mark>{{ piece.text }}</mark>
            } @else {
              <span>{{ piece.text }}</span>
            }
          }
        </bdi>
        <span class="text" dir="auto">{{ detail() }}</span>
      </span>
    </a>
  `,
  styleUrl: './hit.css',
})
export class NameHit {
  readonly found = input.required<{ user?: User; room?: Room }>();
  readonly ranges = input.required<readonly HitRange[]>();

  protected readonly picture = computed(() => {
    const { user, room } = this.found();
    return user ?? (room ? pictureOf(room) : { id: '', displayName: '' });
  });
  protected readonly isSquare = computed(() => !this.found().user && this.found().room?.kind !== 'direct');
  protected readonly link = computed(() => {
    const { user, room } = this.found();
    return user ? [`/@${user.username}`] : ['/chats', room?.id ?? ''];
  });
  protected readonly detail = computed(() => {
    const { user, room } = this.found();
    return user ? `@${user.username}` : (room?.topic ?? '');
  });
  protected readonly pieces = computed(() => {
    const { user, room } = this.found();
    // A room that is named after its people was not found by a name of its own.
    const name = user?.displayName ?? (room ? titleOf(room) : '');
    return markedPieces(name, user || room?.name ? this.ranges() : []);
  });
}
