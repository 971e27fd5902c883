import { ConnectedSocket, MessageBody } from '@nestjs/websockets';
import { channelOf, Command, Gateway, type RealtimeSocket } from '@parley/api-core';
import { type Done, UnwatchFeedCommand, WatchFeedCommand } from '@parley/contracts';
import { FollowRepository } from '../follows/follow.repository.js';

/** Who looks at which feed. A socket looks at one at a time. */
@Gateway()
export class FeedWatchesGateway {
  constructor(private readonly follows: FollowRepository) {}

  /** Done again after following somebody, it is about them as well. */
  @Command('feed:watch')
  async watch(
    @MessageBody() { feed }: WatchFeedCommand,
    @ConnectedSocket() socket: RealtimeSocket,
  ): Promise<Done> {
    const { userId } = socket.data.actor;
    const own = channelOf.feedOf(userId);
    await leaveFeeds(socket);
    if (feed === 'latest') {
      await socket.join([own, channelOf.latestFeed]);
      return {};
    }
    const followed = (await this.follows.followees(userId)).map(channelOf.feedOf);
    await socket.join([own, ...followed]);
    // Whom they stopped following meanwhile they are not to hear.
    const still = new Set((await this.follows.followees(userId)).map(channelOf.feedOf));
    await leave(
      socket,
      followed.filter((channel) => !still.has(channel)),
    );
    return {};
  }

  @Command('feed:unwatch')
  async unwatch(
    @MessageBody() _: UnwatchFeedCommand,
    @ConnectedSocket() socket: RealtimeSocket,
  ): Promise<Done> {
    await leaveFeeds(socket);
    return {};
  }
}

async function leaveFeeds(socket: RealtimeSocket): Promise<void> {
  await leave(socket, [...socket.rooms].filter(channelOf.isFeed));
}

async function leave(socket: RealtimeSocket, channels: readonly string[]): Promise<void> {
  for (const channel of channels) {
    await socket.leave(channel);
  }
}
