import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import {
  channelOf,
  Command,
  DomainEvents,
  Gateway,
  type RealtimeServer,
  type RealtimeSocket,
} from '@parley/api-core';
import { limits, type ViewerCount, type WatchedPost, WatchPostCommand } from '@parley/contracts';
import { PostAccess } from '../post-access.js';
import { audienceOfRow, PostWatched } from '../post.events.js';
import { watchersOf } from './post-announcer.gateway.js';
import { ViewerCounts } from './viewer-counts.js';

/** The posts that a socket watches, with the channel in which it hears of each. */
type Watched = Map<string, string>;

/** Who looks at which post. */
@Gateway()
export class PostWatchesGateway
  implements OnGatewayInit<RealtimeServer>, OnGatewayDisconnect<RealtimeSocket>
{
  private readonly watched = new Map<string, Watched>();

  constructor(
    private readonly access: PostAccess,
    private readonly counts: ViewerCounts,
    private readonly events: DomainEvents,
  ) {}

  afterInit(server: RealtimeServer): void {
    this.counts.attach(server);
  }

  handleDisconnect({ id }: RealtimeSocket): void {
    const posts = this.watched.get(id) ?? new Map<string, string>();
    this.watched.delete(id);
    [...posts.keys()].forEach((postId) => this.counts.moved(postId));
  }

  /** Repeated from time to time it tells whether something was missed, and ends for who may no longer. */
  @Command('post:watch')
  async watch(
    @MessageBody() { postId }: WatchPostCommand,
    @ConnectedSocket() socket: RealtimeSocket,
  ): Promise<WatchedPost> {
    const { userId } = socket.data.actor;
    try {
      const channel = watchersOf(audienceOfRow(await this.access.requireReadable(postId, userId)));
      await this.enter(socket, postId, channel);
      // Whoever stopped following meanwhile was taken out of the channel before they were in it.
      const { change } = await this.access.requireReadable(postId, userId);
      void this.events.publish(new PostWatched(postId, userId));
      return { viewers: await this.counts.of(postId), change };
    } catch (error) {
      await this.exit(socket, postId);
      throw error;
    }
  }

  @Command('post:unwatch')
  async unwatch(
    @MessageBody() { postId }: WatchPostCommand,
    @ConnectedSocket() socket: RealtimeSocket,
  ): Promise<ViewerCount> {
    const wasThere = this.watched.get(socket.id)?.has(postId) ?? false;
    await this.exit(socket, postId);
    // Whoever did not look at it learns nothing of it.
    return { viewers: wasThere ? await this.counts.of(postId) : 0 };
  }

  private async enter(socket: RealtimeSocket, postId: string, channel: string): Promise<void> {
    const posts = this.watched.get(socket.id) ?? new Map<string, string>();
    const isNew = !posts.has(postId);
    const [oldest] = posts.keys();
    if (isNew && oldest !== undefined && posts.size >= limits.post.watched) {
      await this.exit(socket, oldest);
    }
    this.watched.set(socket.id, posts.set(postId, channel));
    await socket.join([channelOf.post(postId), channel]);
    if (socket.disconnected) {
      this.handleDisconnect(socket);
    } else if (isNew) {
      this.counts.moved(postId);
    }
  }

  private async exit(socket: RealtimeSocket, postId: string): Promise<void> {
    const posts = this.watched.get(socket.id);
    const channel = posts?.get(postId);
    if (!posts || channel === undefined) {
      return;
    }
    posts.delete(postId);
    await socket.leave(channelOf.post(postId));
    if (![...posts.values()].includes(channel)) {
      await socket.leave(channel);
    }
    this.counts.moved(postId);
  }
}
