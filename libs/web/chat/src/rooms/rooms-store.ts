import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Room, RoomHeads, RoomMarker, ServerEventName, ServerEvent } from '@parley/contracts';
import { Realtime, Session, Unread } from '@parley/web-core';
import { Clock } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { RoomCache } from './room-cache';
import {
  appliedOf,
  hearHead,
  hearMarker,
  hearMember,
  hearMessages,
  hearRoom,
  hearSettings,
  type RoomState,
  stateOf,
  viewOf,
} from './room-state';
import { RoomsApi } from './rooms-api';
import { isCalling } from './room-sections';

const REFRESH_AFTER_MS = 200;
const RETRY_MS = 3_000;
/** Above that, asking for all rooms at once is cheaper than asking for each. */
const SINGLE_REFRESHES = 5;

export type RoomsStatus = 'loading' | 'ready' | 'error';

/**
 * The rooms of the person: known from this device at once, right after every connection's `sync`, and kept right by
 * events. Nothing depends on an event arriving: whoever is behind is read again.
 */
@Service()
export class RoomsStore {
  private readonly api = inject(RoomsApi);
  private readonly cache = inject(RoomCache);
  private readonly realtime = inject(Realtime);
  private readonly ownId = inject(Session).me()?.id ?? '';

  private readonly states = signal<ReadonlyMap<string, RoomState>>(new Map());
  private readonly views = new WeakMap<RoomState, Room>();
  private readonly syncs = signal(0);
  private readonly currentGeneration = signal<string | null>(null);
  private readonly condition = signal<RoomsStatus>('loading');
  /** Rooms that were entered, or left (null), since the list was last asked for: the answer may be older. */
  private readonly moves = new Map<string, Room | null>();
  private refreshing?: ReturnType<typeof setTimeout>;
  private retrying?: ReturnType<typeof setTimeout>;

  /** In no order. */
  readonly rooms = computed(() => [...this.states().values()].map((state) => this.view(state)));
  readonly status = this.condition.asReadonly();
  /** Grows when the list has become right after a connection. */
  readonly synced = this.syncs.asReadonly();
  /** Another one means that the server was restored from a backup: nothing known before holds. */
  readonly generation = this.currentGeneration.asReadonly();

  constructor() {
    void this.restore();
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => void this.sync());
      }
    });
    this.listen();
    const clock = inject(Clock);
    const unread = inject(Unread);
    effect(() => {
      const now = clock.now();
      unread.chats.set(this.rooms().filter((room) => isCalling(room, now)).length);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.refreshing);
      clearTimeout(this.retrying);
    });
  }

  /** A signal read. */
  get(roomId: string): Room | undefined {
    const state = this.states().get(roomId);
    return state && this.view(state);
  }

  /** Takes over a room as a request of this page was answered with. */
  adopt(room: Room): void {
    if (room.me) {
      this.moves.set(room.id, room);
      this.change(room.id, (before) => stateOf(room, before));
    } else {
      this.forget(room.id);
    }
  }

  forget(roomId: string): void {
    this.moves.set(roomId, null);
    this.states.update((states) => new Map([...states].filter(([id]) => id !== roomId)));
    void this.cache.remove(roomId);
  }

  /** Everything up to `seq` was seen. What could not be told is told after the next connection. */
  async markRead(roomId: string, seq: number): Promise<void> {
    const room = untracked(() => this.get(roomId));
    if (room && seq >= room.lastSeq) {
      this.hear(roomId, (state) =>
        hearMarker(state, { lastReadSeq: seq, unreadFrom: null, unread: 0, mentions: 0 }),
      );
    }
    const marker = await this.realtime.command('room:read', { roomId, seq });
    this.hear(roomId, (state) => hearMarker(state, marker));
  }

  /** The room counts as unread from this message on, until somebody reads in it. @throws ProblemError */
  async markUnread(roomId: string, seq: number): Promise<void> {
    const marker = await this.realtime.command('room:unread', { roomId, seq });
    this.hear(roomId, (state) => hearMarker(state, marker));
  }

  /** Reads the list again, after an error or when much was missed. */
  async sync(): Promise<void> {
    clearTimeout(this.retrying);
    const states = untracked(this.states);
    const rooms = Object.fromEntries([...states].map(([id, state]) => [id, appliedOf(state)]));
    this.moves.clear();
    try {
      const { rooms: all, generation } = await this.realtime.command('sync', { rooms });
      await this.enter(generation);
      this.states.update(
        (before) => new Map(all.map((room) => [room.id, stateOf(room, before.get(room.id))])),
      );
      [...this.moves].forEach(([id, room]) => (room ? this.adopt(room) : this.forget(id)));
      this.condition.set('ready');
      this.syncs.update((count) => count + 1);
      void this.cache.replace(untracked(this.rooms));
    } catch {
      this.condition.update((before) => (before === 'ready' ? before : 'error'));
      this.retrying = setTimeout(() => {
        if (this.realtime.state() === 'connected') {
          void this.sync();
        }
      }, RETRY_MS);
    }
  }

  private view(state: RoomState): Room {
    const view = this.views.get(state) ?? viewOf(state, this.ownId);
    this.views.set(state, view);
    return view;
  }

  /** What was here before the network answers. */
  private async restore(): Promise<void> {
    const { rooms, generation } = await this.cache.restore();
    if (untracked(this.syncs) === 0) {
      this.currentGeneration.set(generation);
      this.states.update(
        (states) => new Map([...rooms.map((room) => [room.id, stateOf(room)] as const), ...states]),
      );
    }
  }

  private async enter(generation: string): Promise<void> {
    const before = untracked(this.currentGeneration);
    this.currentGeneration.set(generation);
    if (before && before !== generation) {
      this.states.set(new Map());
      await this.cache.clear();
    }
    await this.cache.remember(generation);
  }

  private listen(): void {
    this.on('message:changed', ({ roomId, messages }) =>
      this.hear(roomId, (state) => hearMessages(state, messages)),
    );
    this.on('member:changed', (changed) =>
      this.hear(changed.roomId, (state) => hearMember(state, changed, this.ownId)),
    );
    this.on('room:changed', (changed) => this.hear(changed.room.id, (state) => hearRoom(state, changed)));
    this.on('room:marker', ({ roomId, ...marker }: RoomMarker) =>
      this.hear(roomId, (state) => hearMarker(state, marker)),
    );
    this.on('room:settings', (chosen) => this.hear(chosen.roomId, (state) => hearSettings(state, chosen)));
    this.on('room:joined', ({ room }) => this.adopt(room));
    this.on('room:left', ({ roomId }) => this.forget(roomId));
    this.on('room:heads', (heads) => this.hearHeads(heads));
  }

  private on<N extends ServerEventName>(name: N, handle: (event: ServerEvent<N>) => void): void {
    this.realtime.events(name).pipe(takeUntilDestroyed()).subscribe(handle);
  }

  private hearHeads({ rooms, generation }: RoomHeads): void {
    const known = untracked(this.currentGeneration);
    if (known && known !== generation) {
      void this.sync();
      return;
    }
    for (const [roomId, lastChange] of Object.entries(rooms)) {
      this.hear(roomId, (state) => hearHead(state, lastChange));
    }
  }

  private hear(roomId: string, next: (state: RoomState) => RoomState): void {
    const state = untracked(this.states).get(roomId);
    if (state) {
      this.change(roomId, () => next(state));
    }
  }

  private change(roomId: string, next: (before: RoomState | undefined) => RoomState): void {
    const before = untracked(this.states).get(roomId);
    const after = next(before);
    if (after === before) {
      return;
    }
    this.states.update((states) => new Map(states).set(roomId, after));
    this.cache.keepLater(this.view(after));
    if (after.isBehind) {
      this.refreshing ??= setTimeout(() => void this.refresh(), REFRESH_AFTER_MS);
    }
  }

  private async refresh(): Promise<void> {
    this.refreshing = undefined;
    const behind = [...untracked(this.states)].filter(([, { isBehind }]) => isBehind).map(([id]) => id);
    if (behind.length > SINGLE_REFRESHES) {
      await this.sync();
      return;
    }
    // What fails now is still behind, and is read again with the next event, head or connection.
    await Promise.allSettled(
      behind.map(async (roomId) => this.adopt(await firstValueFrom(this.api.get(roomId)))),
    );
  }
}
