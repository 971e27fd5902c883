import { Injectable } from '@nestjs/common';
import { channelOf, type RealtimeServer } from './gateway.js';

/** Puts people's sockets into rooms' channels and takes them out, on all nodes. Services know no more of sockets. */
@Injectable()
export class Channels {
  private server: RealtimeServer | undefined;

  /** Called once, by the adapter that opens the server. */
  attach(server: RealtimeServer): void {
    this.server = server;
  }

  async join(userIds: readonly string[], roomId: string): Promise<void> {
    for (const userId of userIds) {
      this.server?.in(channelOf.user(userId)).socketsJoin(channelOf.room(roomId));
    }
  }

  async leave(userIds: readonly string[], roomId: string): Promise<void> {
    for (const userId of userIds) {
      this.server?.in(channelOf.user(userId)).socketsLeave(channelOf.room(roomId));
    }
  }

  /** Nobody hears of this room any more. */
  async closeRoom(roomId: string): Promise<void> {
    this.server?.in(channelOf.room(roomId)).socketsLeave(channelOf.room(roomId));
  }
}
