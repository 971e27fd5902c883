import { DestroyRef, effect, inject, Service, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { limits } from '@parley/contracts/constants';
import { Realtime, Session } from '@parley/web-core';
import { RoomsStore } from '../rooms/rooms-store';

/** So often, and of so many rooms at a time, the server is told; a client that was away for long has many. */
const EVERY_MS = 1_000;
const ROOMS_AT_ONCE = 10;

/** Tells the server what has arrived on this device: for each room the newest message, not each message. */
@Service()
export class DeliveryReporter {
  private readonly realtime = inject(Realtime);
  private readonly rooms = inject(RoomsStore);
  private readonly ownId = inject(Session).me()?.id ?? '';
  private readonly arrived = new Map<string, number>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    this.realtime
      .events('message:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ roomId, messages }) => {
        const others = messages.filter(({ authorId }) => authorId !== this.ownId);
        this.note(roomId, Math.max(0, ...others.map(({ seq }) => seq)));
      });
    effect(() => {
      if (this.rooms.synced() > 0) {
        untracked(() => this.rooms.rooms().forEach(({ id, lastSeq }) => this.note(id, lastSeq)));
      }
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private note(roomId: string, seq: number): void {
    if (seq > (this.arrived.get(roomId) ?? 0) && this.isNews(roomId, seq)) {
      this.arrived.set(roomId, seq);
      this.timer ??= setTimeout(() => this.tell(), EVERY_MS);
    }
  }

  private tell(): void {
    this.timer = undefined;
    for (const [roomId, seq] of [...this.arrived].slice(0, ROOMS_AT_ONCE)) {
      this.arrived.delete(roomId);
      // What was read meanwhile the server knows to have arrived.
      if (this.isNews(roomId, seq)) {
        this.realtime.command('room:delivered', { roomId, seq }).catch(() => undefined);
      }
    }
    if (this.arrived.size > 0) {
      this.timer = setTimeout(() => this.tell(), EVERY_MS);
    }
  }

  private isNews(roomId: string, seq: number): boolean {
    const room = untracked(() => this.rooms.get(roomId));
    const known = Math.max(room?.me?.lastReadSeq ?? 0, room?.me?.lastDeliveredSeq ?? 0);
    return room !== undefined && room.memberCount <= limits.receipts.roomMembers && seq > known;
  }
}
