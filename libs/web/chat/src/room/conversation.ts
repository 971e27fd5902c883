import {
  computed,
  DestroyRef,
  effect,
  inject,
  InjectionToken,
  Service,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Message, Room } from '@parley/contracts';
import { RoomReplica } from '@parley/replica';
import { Authors, ProblemError, Realtime } from '@parley/web-core';
import { filter, firstValueFrom } from 'rxjs';
import { NEAR_THE_END, placeOf, readUpTo } from './first-unread';
import { GapFilling } from './gap-filling';
import type { LogAnchor } from '../log/log-anchor';
import { Outbox } from '../outbox/outbox';
import { peopleIn } from '../people/people-in';
import { RoomCache } from '../rooms/room-cache';
import { RoomsApi } from '../rooms/rooms-api';
import { RoomsStore } from '../rooms/rooms-store';
import { MessagesApi, type WindowPlace } from './messages-api';

/** Which room a `Conversation` is of. */
export const ROOM_ID = new InjectionToken<string>('ROOM_ID');

const CACHE_AFTER_MS = 1_500;

export type ConversationStatus = 'loading' | 'ready' | 'error' | 'gone';
type PageKind = 'newest' | 'before' | 'after' | 'around';

/** One room's messages: a replica that is fed by events, pages and the changes feed, seen as signals. */
@Service({ autoProvided: false })
export class Conversation {
  readonly roomId = inject(ROOM_ID);

  private readonly api = inject(MessagesApi);
  private readonly roomsApi = inject(RoomsApi);
  private readonly rooms = inject(RoomsStore);
  private readonly realtime = inject(Realtime);
  private readonly cache = inject(RoomCache);
  private readonly authors = inject(Authors);
  private readonly outbox = inject(Outbox);

  private readonly replica = new RoomReplica(this.roomId);
  private readonly gaps = new GapFilling(this.replica, {
    read: (since) =>
      firstValueFrom(this.roomsApi.changes(this.roomId, since, untracked(this.rooms.generation))),
    filled: () => this.changed(),
    isReset: () => this.open(),
    isPossible: () => untracked(this.hasPage) && this.realtime.state() === 'connected',
  });
  /** The replica changes in place; this tells that it has. */
  private readonly version = signal(0);
  private readonly hasPage = signal(false);
  private readonly cached = signal<readonly Message[]>([]);
  private readonly condition = signal<ConversationStatus>('loading');
  private readonly busy = signal<ReadonlySet<PageKind>>(new Set());
  private caching?: ReturnType<typeof setTimeout>;
  private opening?: Promise<void>;

  /** Where the reader left off, for when they come back. */
  position: LogAnchor | null = null;
  /** The message before the line "New messages". */
  readonly lineAfter = signal<number | null>(null);
  /** The person put the line there. */
  readonly isLineByHand = signal(false);

  /** Ascending, without holes. Before the server has answered: what this device has of them. */
  readonly messages = computed<readonly Message[]>(() => {
    this.version();
    return this.hasPage() ? this.replica.messages.slice() : this.cached();
  });
  readonly hasBefore = computed(() => (this.version(), this.hasPage() && this.replica.hasBefore));
  readonly hasAfter = computed(() => (this.version(), this.hasPage() && this.replica.hasAfter));
  readonly members = computed(() => (this.version(), this.replica.members));
  readonly lastSeq = computed(() => (this.version(), this.replica.lastSeq));
  readonly status = this.condition.asReadonly();
  readonly isLoadingBefore = computed(() => this.busy().has('before'));
  readonly isLive = this.hasPage.asReadonly();
  /** Of this room, oldest first. */
  readonly unsent = computed(() => this.outbox.entries().filter(({ roomId }) => roomId === this.roomId));

  constructor() {
    void this.restore();
    effect(() => {
      if (this.rooms.synced() > 0) {
        untracked(() => void this.resume());
      }
    });
    let generation: string | null = null;
    effect(() => {
      const current = this.rooms.generation();
      if (generation && current !== generation) {
        this.hasPage.set(false);
      }
      generation = current;
    });
    this.listen();
    inject(DestroyRef).onDestroy(() => {
      this.gaps.stop();
      clearTimeout(this.caching);
    });
  }

  loadBefore(): Promise<boolean> {
    const [first] = this.replica.messages;
    return first && this.replica.hasBefore
      ? this.load('before', { before: first.seq })
      : Promise.resolve(false);
  }

  loadAfter(): Promise<boolean> {
    const last = this.replica.messages.at(-1);
    return last && this.replica.hasAfter ? this.load('after', { after: last.seq }) : Promise.resolve(false);
  }

  /** Leaves what is loaded for the newest messages, unless they are there already. */
  async loadNewest(): Promise<boolean> {
    return !this.replica.hasAfter || this.load('newest', {});
  }

  /** @returns whether the message is there now */
  async loadAround(seq: number): Promise<boolean> {
    await this.opening;
    return (
      this.at(seq) !== undefined || (await this.load('around', { around: seq }), this.at(seq) !== undefined)
    );
  }

  at(seq: number): Message | undefined {
    const [first] = this.replica.messages;
    return first && this.replica.messages[seq - first.seq];
  }

  /** Puts the line "New messages" above the first unread one; it stays while the room is on screen. */
  drawLine({ me }: Room): void {
    this.lineAfter.set(me && readUpTo(me));
    this.isLineByHand.set(me?.unreadFrom !== undefined && me.unreadFrom !== null);
  }

  /** Tells it what a request of this page was answered with. */
  hear(messages: readonly Message[]): void {
    this.replica.hearMessages({ messages: [...messages] });
    this.changed();
  }

  retry(): void {
    this.condition.set('loading');
    void this.resume();
  }

  async loadMembers(cursor: string | null): Promise<string | null> {
    const page = await firstValueFrom(this.roomsApi.members(this.roomId, cursor));
    this.replica.addMembers(page);
    this.authors.remember(page.items.map(({ user }) => user));
    this.changed();
    return page.nextCursor;
  }

  private async restore(): Promise<void> {
    const messages = await this.cache.messages(this.roomId);
    this.cached.set(messages);
    this.authors.need(messages.flatMap(peopleIn));
  }

  /** After every connection: from the start, or what was missed. */
  private async resume(): Promise<void> {
    if (!untracked(this.hasPage)) {
      this.opening ??= this.open().finally(() => (this.opening = undefined));
      await this.opening;
      return;
    }
    const room = untracked(() => this.rooms.get(this.roomId));
    if (!room) {
      this.condition.set('gone');
      return;
    }
    this.replica.hearHead(room.lastChange);
    this.gaps.fillSoon();
  }

  private async open(): Promise<void> {
    try {
      const room = untracked(() => this.rooms.get(this.roomId)) ?? (await this.askForRoom());
      if (!room) {
        return;
      }
      this.replica.start(room);
      const place = placeOf(room);
      if (await this.load(place ? 'around' : 'newest', place ?? {})) {
        this.drawLine(room);
        this.hasPage.set(true);
        this.condition.set('ready');
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** Not one of mine, or too new for the list. */
  private async askForRoom(): Promise<Room | null> {
    const room = await firstValueFrom(this.roomsApi.get(this.roomId));
    if (room.me) {
      this.rooms.adopt(room);
      return room;
    }
    this.condition.set('gone');
    return null;
  }

  private fail(error: unknown): void {
    const isGone =
      error instanceof ProblemError && ['room.not-found', 'room.not-a-member'].includes(error.problem.code);
    this.condition.set(isGone ? 'gone' : 'error');
  }

  private async load(kind: PageKind, place: WindowPlace): Promise<boolean> {
    if (untracked(this.busy).has(kind)) {
      return false;
    }
    this.busy.update((busy) => new Set(busy).add(kind));
    const arrived = this.replica.expectPage(kind);
    try {
      const page = await firstValueFrom(this.api.window(this.roomId, place));
      this.authors.remember(page.users);
      this.authors.need(page.items.flatMap(({ mentions }) => mentions));
      arrived(page);
      return true;
    } catch (error) {
      arrived();
      if (!untracked(this.hasPage)) {
        this.fail(error);
      }
      return false;
    } finally {
      this.busy.update((busy) => new Set([...busy].filter((other) => other !== kind)));
      this.changed();
    }
  }

  private listen(): void {
    this.realtime
      .events('message:changed')
      .pipe(
        filter(({ roomId }) => roomId === this.roomId),
        takeUntilDestroyed(),
      )
      .subscribe(({ messages }) => this.hear(messages));
    this.outbox.sent
      .pipe(
        filter(({ roomId }) => roomId === this.roomId),
        takeUntilDestroyed(),
      )
      .subscribe((message) => this.hear([message]));
    this.realtime
      .events('member:changed')
      .pipe(
        filter(({ roomId }) => roomId === this.roomId),
        takeUntilDestroyed(),
      )
      .subscribe((changed) => {
        this.replica.hearMember(changed);
        this.changed();
      });
    this.realtime
      .events('room:changed')
      .pipe(
        filter(({ room }) => room.id === this.roomId),
        takeUntilDestroyed(),
      )
      .subscribe((changed) => {
        this.replica.hearRoom(changed);
        this.changed();
      });
    this.realtime
      .events('room:heads')
      .pipe(takeUntilDestroyed())
      .subscribe(({ rooms }) => {
        this.replica.hearHead(rooms[this.roomId] ?? 0);
        this.gaps.fillSoon();
      });
  }

  private changed(): void {
    this.version.update((version) => version + 1);
    this.authors.need(new Set(this.replica.messages.slice(-NEAR_THE_END).flatMap(peopleIn)));
    this.gaps.fillSoon();
    if (untracked(this.hasPage) && !this.replica.hasAfter) {
      this.caching ??= setTimeout(() => {
        this.caching = undefined;
        void this.cache.keepMessages(this.roomId, this.replica.messages);
      }, CACHE_AFTER_MS);
    }
  }
}
