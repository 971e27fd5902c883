import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { MemberMarkers } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Realtime, Session } from '@parley/web-core';
import { filter, firstValueFrom } from 'rxjs';
import { Conversation } from '../room/conversation';
import { RoomsStore } from '../rooms/rooms-store';
import { fateOf, grown, type MemberMarks } from './member-marks';
import { ReceiptsApi } from './receipts-api';

export type Fate = 'stored' | 'delivered' | 'read';

/** What became of the messages of the room on screen. */
@Service({ autoProvided: false })
export class Receipts {
  private readonly api = inject(ReceiptsApi);
  private readonly realtime = inject(Realtime);
  private readonly rooms = inject(RoomsStore);
  private readonly ownId = inject(Session).me()?.id;
  private readonly roomId = inject(Conversation).roomId;
  private readonly marks = signal<MemberMarks>(new Map());
  private readonly room = computed(() => this.rooms.get(this.roomId));

  /** Whether it can be said of a message who has read it. */
  readonly areKept = computed(() => {
    const count = this.room()?.memberCount ?? 0;
    return count > 1 && count <= limits.receipts.roomMembers;
  });
  /** Whether it is shown beside each message: in a channel nobody waits for an answer of everybody. */
  readonly areShown = computed(() => this.areKept() && this.room()?.kind !== 'channel');

  constructor() {
    // After every connection, and when people came, there may be more to know than events have told.
    effect(() => {
      const isWorthAsking = this.areShown() && (this.room()?.memberCount ?? 0) > 1;
      if (this.realtime.connections() > 0 && isWorthAsking) {
        untracked(() => void this.read());
      }
    });
    this.realtime
      .events('room:receipts')
      .pipe(
        filter(({ roomId }) => roomId === this.roomId),
        takeUntilDestroyed(),
      )
      .subscribe(({ items }) => this.hear(items));
    // What was lost is made up for with the heads, as everything else.
    this.realtime
      .events('room:heads')
      .pipe(
        filter(({ rooms }) => this.roomId in rooms && this.areShown()),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.read());
  }

  /** A signal read. */
  of(seq: number): { fate: Fate; readers: number } {
    const { isDelivered, readers } = fateOf(this.marks(), seq);
    return { fate: readers > 0 ? 'read' : isDelivered ? 'delivered' : 'stored', readers };
  }

  /** Events go to everybody in the room, also to those whom they are about. */
  private hear(items: readonly MemberMarkers[]): void {
    const others = items.filter(({ userId }) => userId !== this.ownId);
    this.marks.update((marks) => grown(marks, others));
  }

  private async read(): Promise<void> {
    try {
      this.hear((await firstValueFrom(this.api.inRoom(this.roomId))).items);
    } catch {
      // One tick is true in any case; the next head or connection asks again.
    }
  }
}
