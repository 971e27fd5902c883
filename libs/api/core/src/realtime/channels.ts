import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { type ChannelMove, channelOf, type RealtimeServer, type RealtimeSocket } from './gateway.js';
import { RedisNodes } from './redis-nodes.js';

/** Milliseconds that other servers have to do the same with their sockets. */
const PATIENCE = 400;

/**
 * Puts people's sockets into rooms' channels and takes them out, on all servers. Services know no more
 * of sockets. Resolves when it is done everywhere, or when others do not answer in time.
 */
@Injectable()
export class Channels {
  private readonly logger = new Logger(Channels.name);
  private server: RealtimeServer | undefined;
  /** Sockets that are on their way in, and what they miss: Socket.IO does not find them yet. */
  private readonly arriving = new Map<RealtimeSocket, ChannelMove[]>();

  constructor(private readonly nodes: RedisNodes) {}

  /** Called once, by the adapter that opens the server. */
  attach(server: RealtimeServer): void {
    this.server = server;
    server.on('channels:move', (move, done) => {
      this.moveHere(move);
      done(true);
    });
    server.use((socket, next) => {
      this.arriving.set(socket, []);
      socket.conn.once('close', () => this.arriving.delete(socket));
      next();
    });
    server.on('connection', (socket) => this.catchUp(socket));
  }

  join(userIds: readonly string[], roomId: string): Promise<void> {
    return this.move({ kind: 'join', userIds, roomId });
  }

  leave(userIds: readonly string[], roomId: string): Promise<void> {
    return this.move({ kind: 'leave', userIds, roomId });
  }

  /** Nobody hears of this room any more. */
  closeRoom(roomId: string): Promise<void> {
    return this.move({ kind: 'leave', userIds: [], roomId });
  }

  /**
   * Whether a socket of this server hears a room, which it does exactly while its person is a member. Costs
   * nothing, so it suits what is only relayed; whoever writes is asked for in the transaction.
   */
  hears(socketId: string, roomId: string): boolean {
    return this.server?.sockets.sockets.get(socketId)?.rooms.has(channelOf.room(roomId)) ?? false;
  }

  /** Whether somebody may hear on more than one device what happens to one of them. */
  mayHaveSeveralSockets(userId: string): boolean {
    const here = this.server?.of('/').adapter.rooms.get(channelOf.user(userId))?.size ?? 0;
    return this.nodes.areUsed || here > 1;
  }

  /** Whether a person has a post in view, on whatever server they are connected to. */
  async isWatching(userId: string, postId: string): Promise<boolean> {
    const sockets = (await this.server?.in(channelOf.user(userId)).fetchSockets()) ?? [];
    return sockets.some(({ rooms }) => rooms.has(channelOf.post(postId)));
  }

  /** Ends their connections: they come back, and read where they belong. */
  async reconnect(userIds: readonly string[]): Promise<void> {
    const channels = userIds.map(channelOf.user);
    for (const socket of this.arriving.keys()) {
      if (channels.some((channel) => socket.rooms.has(channel))) {
        socket.conn.close();
      }
    }
    if (channels.length > 0) {
      this.server?.in(channels).disconnectSockets(true);
    }
  }

  private async move(move: ChannelMove): Promise<void> {
    this.moveHere(move);
    if (this.nodes.areUsed && this.server) {
      const others = this.server.serverSideEmitWithAck('channels:move', move).catch((error: unknown) => {
        // A server that does not answer is gone, or reads what it has missed when it is back.
        this.logger.warn(`A server did not answer: ${String(error)}`);
      });
      await Promise.race([others, sleep(PATIENCE, undefined, { ref: false })]);
    }
  }

  private moveHere(move: ChannelMove): void {
    const { kind, userIds, roomId } = move;
    const room = channelOf.room(roomId);
    for (const missed of this.arriving.values()) {
      missed.push(move);
    }
    const sockets = this.server?.local.in(userIds.length > 0 ? userIds.map(channelOf.user) : room);
    if (kind === 'join') {
      sockets?.socketsJoin(room);
    } else {
      sockets?.socketsLeave(room);
    }
  }

  private catchUp(socket: RealtimeSocket): void {
    const { userId } = socket.data.actor;
    const missed = this.arriving.get(socket) ?? [];
    this.arriving.delete(socket);
    for (const { kind, userIds, roomId } of missed) {
      if (kind === 'leave' && (userIds.length === 0 || userIds.includes(userId))) {
        void socket.leave(channelOf.room(roomId));
      } else if (kind === 'join' && userIds.includes(userId)) {
        void socket.join(channelOf.room(roomId));
      }
    }
  }
}
