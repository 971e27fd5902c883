import { DestroyRef, DOCUMENT, inject, Service } from '@angular/core';
import { RoomsStore } from '../rooms/rooms-store';
import { Conversation } from './conversation';

const AT_MOST_EVERY_MS = 500;

/** Tells the server what was seen: the newest message on screen, while somebody is looking. */
@Service({ autoProvided: false })
export class ReadMarker {
  private readonly document = inject(DOCUMENT);
  private readonly rooms = inject(RoomsStore);
  private readonly roomId = inject(Conversation).roomId;
  private seen = 0;
  /** What was just marked as unread stays so while the room is on screen. */
  private isHeld = false;
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    const look = (): void => this.tellSoon();
    this.document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
      clearTimeout(this.timer);
      this.tell();
    });
  }

  see(seq: number): void {
    if (seq > this.seen) {
      this.seen = seq;
      this.tellSoon();
    }
  }

  hold(): void {
    this.isHeld = true;
  }

  /** The person goes on in the room, so they have read it. */
  release(): void {
    this.isHeld = false;
    this.tellSoon();
  }

  get isWatched(): boolean {
    return this.document.visibilityState === 'visible' && this.document.hasFocus();
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tell();
    }, AT_MOST_EVERY_MS);
  }

  private tell(): void {
    const me = this.rooms.get(this.roomId)?.me;
    if (!me || !this.isWatched || this.isHeld || this.seen === 0) {
      return;
    }
    if (this.seen > me.lastReadSeq || me.unreadFrom !== null) {
      // Not told now, it is told with the next look at the room.
      this.rooms.markRead(this.roomId, Math.max(this.seen, me.lastReadSeq)).catch(() => undefined);
    }
  }
}
