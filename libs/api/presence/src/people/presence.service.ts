import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DomainEvents, Pace, type PresenceMove } from '@parley/api-core';
import { AccountChanged } from '@parley/api-users';
import type { Done, Presence, PresenceChoice, PresenceList } from '@parley/contracts';
import { Announcements } from './announcements.js';
import { PeopleHere } from './people-here.js';
import { PresenceNodes } from './presence-nodes.js';
import { PresenceViews } from './presence-views.js';
import { PresenceTold, StandingChanged } from './presence.events.js';
import { WatchLists } from './watch-lists.js';

/** Milliseconds between two looks at what has lasted long enough to be told. */
const TELL_EVERY = 1_000;

/** A socket, and who holds it. */
export interface Watcher {
  socketId: string;
  userId: string;
}

/** Who is there, for those who watch them. */
@Injectable()
export class PresenceService implements OnModuleInit, OnApplicationShutdown {
  private readonly announcements = new Announcements();
  private readonly telling = new Pace(TELL_EVERY, () => this.tellDue());

  constructor(
    private readonly here: PeopleHere,
    private readonly views: PresenceViews,
    private readonly lists: WatchLists,
    private readonly nodes: PresenceNodes,
    private readonly events: DomainEvents,
  ) {
    events.on(StandingChanged, ({ userId }) => this.changed(userId));
    events.on(AccountChanged, ({ me }) => this.nodes.tellChoices(me.id));
  }

  onModuleInit(): void {
    this.nodes.start(() => this.catchUp());
  }

  onApplicationShutdown(): void {
    this.telling.stop();
  }

  /** @returns whether it is not known yet how they want to be seen */
  connected(userId: string, socketId: string): boolean {
    const isNew = this.here.arrive(userId, socketId);
    this.changed(userId);
    return isNew;
  }

  disconnected(userId: string, socketId: string): void {
    this.lists.replace(socketId, []).forEach((watched) => this.forget(watched));
    this.here.leave(userId, socketId);
    this.changed(userId);
  }

  /** How the person is on this device, as long as it is connected. */
  async set(userId: string, socketId: string, status: PresenceChoice): Promise<Done> {
    this.here.say(userId, socketId, status);
    this.changed(userId);
    return {};
  }

  /**
   * From now on the socket hears of these people, and no longer of those before. Who is kept apart from its owner
   * by a block looks offline.
   */
  async watch({ socketId, userId }: Watcher, wanted: readonly string[]): Promise<PresenceList> {
    const apart = wanted.length > 0 ? await this.views.hiddenFrom(userId) : [];
    const hidden = wanted.filter((id) => apart.includes(id));
    const shown = wanted.filter((id) => !apart.includes(id));
    const { items } = await this.watchShown(socketId, shown);
    return { items: [...items, ...hidden.map(away)] };
  }

  /** Of two people who see each other no more, what they watch of each other ends. */
  part(userId: string, otherId: string): void {
    for (const [watcher, watched] of [
      [userId, otherId],
      [otherId, userId],
    ] as const) {
      for (const socketId of this.here.devicesOf(watcher)) {
        if (this.lists.drop(socketId, watched)) {
          void this.events.publish(new PresenceTold(socketId, [away(watched)]));
        }
      }
      if (!this.lists.isWatched(watched)) {
        this.forget(watched);
      }
    }
  }

  private async watchShown(socketId: string, userIds: readonly string[]): Promise<PresenceList> {
    const fresh = userIds.filter((userId) => !this.lists.isWatched(userId));
    this.lists.replace(socketId, userIds).forEach((userId) => this.forget(userId));
    await this.nodes.read(fresh);
    const items = userIds.map((userId) => this.announcements.begin(this.views.of(userId)));
    // Others may have begun to watch them before it was known how they are elsewhere.
    fresh.forEach((userId) => this.notice(this.views.update(userId)));
    return { items };
  }

  /** People of another server are otherwise than before. */
  heard(moves: readonly PresenceMove[]): void {
    for (const move of moves.filter(({ userId }) => this.lists.isWatched(userId))) {
      this.notice(this.views.hear(move));
    }
  }

  /** Somebody who is connected here, or was until now, is otherwise than before. */
  private changed(userId: string): void {
    this.nodes.tell(userId);
    this.notice(this.views.update(userId));
  }

  private notice(presence: Presence): void {
    this.announcements.note(presence, performance.now());
    this.tellLater();
  }

  private tellLater(): void {
    if (this.announcements.isAnythingPending) {
      this.telling.want();
    }
  }

  private tellDue(): void {
    const bySocket = new Map<string, Presence[]>();
    for (const presence of this.announcements.takeDue(performance.now())) {
      for (const socketId of this.lists.watchersOf(presence.userId)) {
        const items = bySocket.get(socketId) ?? [];
        items.push(presence);
        bySocket.set(socketId, items);
      }
    }
    for (const [socketId, items] of bySocket) {
      void this.events.publish(new PresenceTold(socketId, items));
    }
    this.tellLater();
  }

  /** What other servers have told may have been lost, or nobody was there to tell it. */
  private async catchUp(): Promise<void> {
    const { watched } = this.lists;
    await this.nodes.read(watched);
    watched.forEach((userId) => this.notice(this.views.update(userId)));
  }

  private forget(userId: string): void {
    this.announcements.forget(userId);
    this.views.forget(userId);
  }
}

function away(userId: string): Presence {
  return { userId, status: 'offline', lastActiveAt: null };
}
