import { DestroyRef, inject, Service } from '@angular/core';
import type { Message, Room } from '@parley/contracts';
import { LocalDatabase } from '@parley/web-core';

const GENERATION = 'generation';
const WRITE_AFTER_MS = 1_000;
/** What is kept of each room to be read without a network. */
const MESSAGES = 60;

/** Rooms and their last messages on this device. Everything in it can be read again, so no failure matters. */
@Service()
export class RoomCache {
  private readonly database = inject(LocalDatabase);
  private readonly waiting = new Map<string, Room>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  async restore(): Promise<{ rooms: Room[]; generation: string | null }> {
    try {
      const [rooms, generation] = await Promise.all([
        this.database.rooms.toArray(),
        this.database.values.get(GENERATION),
      ]);
      const value = generation?.value;
      return { rooms: rooms.map(({ room }) => room), generation: typeof value === 'string' ? value : null };
    } catch {
      return { rooms: [], generation: null };
    }
  }

  async remember(generation: string): Promise<void> {
    await this.quietly(() => this.database.values.put({ key: GENERATION, value: generation }));
  }

  /** Exactly these rooms from now on. */
  async replace(rooms: readonly Room[]): Promise<void> {
    const { rooms: table } = this.database;
    await this.quietly(() =>
      this.database.transaction('rw', table, async () => {
        await table.clear();
        await table.bulkPut(rooms.map((room) => ({ id: room.id, room })));
      }),
    );
  }

  /** Soon, together with whatever else changes until then. */
  keepLater(room: Room): void {
    this.waiting.set(room.id, room);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const rooms = [...this.waiting.values()].map((waiting) => ({ id: waiting.id, room: waiting }));
      this.waiting.clear();
      void this.quietly(() => this.database.rooms.bulkPut(rooms));
    }, WRITE_AFTER_MS);
  }

  async remove(roomId: string): Promise<void> {
    this.waiting.delete(roomId);
    const { rooms, messages } = this.database;
    await this.quietly(() => Promise.all([rooms.delete(roomId), messages.where({ roomId }).delete()]));
  }

  async clear(): Promise<void> {
    this.waiting.clear();
    await this.quietly(() => Promise.all([this.database.rooms.clear(), this.database.messages.clear()]));
  }

  /** The last messages of a room, ascending. */
  async messages(roomId: string): Promise<Message[]> {
    const stored = await this.database.messages
      .where({ roomId })
      .sortBy('seq')
      .catch(() => []);
    return stored.map(({ message }) => message);
  }

  async keepMessages(roomId: string, messages: readonly Message[]): Promise<void> {
    const { messages: table } = this.database;
    const rows = messages.slice(-MESSAGES).map((message) => ({ roomId, seq: message.seq, message }));
    await this.quietly(() =>
      this.database.transaction('rw', table, async () => {
        await table.where({ roomId }).delete();
        await table.bulkPut(rows);
      }),
    );
  }

  private async quietly(work: () => PromiseLike<unknown>): Promise<void> {
    try {
      await work();
    } catch {
      // Full, forbidden or closing: then the next visit begins with the network.
    }
  }
}
