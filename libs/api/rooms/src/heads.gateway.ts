import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { OnGatewayInit } from '@nestjs/websockets';
import { channelOf, Gateway, Generation, type RealtimeServer } from '@parley/api-core';
import { RoomRepository } from './room.repository.js';

const INTERVAL_MS = 30_000;
/** A head is told three times, so that one that is lost as well does no harm. */
const RECENT_SECONDS = 90;

/**
 * A lost event shows when the next one comes; the last one has no next. So every node tells the rooms of its
 * own sockets how far they are, from the database, which also knows what other nodes have written.
 */
@Gateway()
export class HeadsGateway implements OnGatewayInit<RealtimeServer>, OnApplicationShutdown {
  private readonly logger = new Logger(HeadsGateway.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rooms: RoomRepository,
    private readonly generation: Generation,
  ) {}

  afterInit(server: RealtimeServer): void {
    this.timer = setInterval(() => {
      this.tellHeads(server).catch((error: unknown) => this.logger.warn({ error }, 'Heads were not told'));
    }, INTERVAL_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async tellHeads(server: RealtimeServer): Promise<void> {
    const channels = [...server.of('/').adapter.rooms.keys()];
    const roomIds = channels.flatMap((channel) => channelOf.roomIdIn(channel) ?? []);
    const generation = await this.generation.current();
    for (const { id, lastChange } of await this.rooms.heads(roomIds, RECENT_SECONDS)) {
      server.local.to(channelOf.room(id)).emit('room:heads', { rooms: { [id]: lastChange }, generation });
    }
  }
}
