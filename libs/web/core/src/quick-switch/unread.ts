import { Service, signal } from '@angular/core';

/** What the rail, the title and the icon of the page tell of chats that are not on screen. */
@Service()
export class Unread {
  /** Rooms with something new that are not muted; set by whoever knows the rooms. */
  readonly chats = signal(0);
  /** Of all that one was told, at most 999; set by whoever knows the notifications. */
  readonly notifications = signal(0);
}
