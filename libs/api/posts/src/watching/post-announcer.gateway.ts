import type { OnApplicationShutdown } from '@nestjs/common';
import type { OnGatewayInit } from '@nestjs/websockets';
import { channelOf, DomainEvents, Gateway, Pace, type RealtimeServer } from '@parley/api-core';
import {
  type Audience,
  audienceOf,
  FollowEnded,
  PostCounted,
  PostPublished,
  PostRemoved,
  PostUpdated,
} from '../post.events.js';
import { PostViews } from '../post-views.js';

/** Milliseconds between two times that feeds hear of numbers of comments. */
const COUNTED_EVERY = 1_000;

/** Tells those who look at posts and feeds what happens to them. */
@Gateway()
export class PostAnnouncer implements OnGatewayInit<RealtimeServer>, OnApplicationShutdown {
  private server: RealtimeServer | undefined;
  private readonly counted = new Set<string>();
  private readonly pace = new Pace(COUNTED_EVERY, () => void this.tellCounts());

  constructor(
    private readonly events: DomainEvents,
    private readonly views: PostViews,
  ) {}

  afterInit(server: RealtimeServer): void {
    this.server = server;
    this.events.on(PostPublished, ({ post, hiddenFrom }) => {
      const { author, id: postId } = post;
      const readers = server.to(feedsOf(audienceOf(post))).except(hiddenFrom.map(channelOf.user));
      readers.emit('feed:new', { postId, authorId: author.id });
    });
    this.events.on(PostUpdated, ({ post, hiddenFrom }) => {
      const audience = audienceOf(post);
      const readers = server.to([watchersOf(audience), ...feedsOf(audience)]);
      readers.except(hiddenFrom.map(channelOf.user)).emit('post:changed', { post });
    });
    this.events.on(PostCounted, ({ postId }) => {
      this.counted.add(postId);
      this.pace.want();
    });
    this.events.on(PostRemoved, ({ audience }) => {
      const { postId } = audience;
      server.to([watchersOf(audience), ...feedsOf(audience)]).emit('post:deleted', { postId });
      server.in(channelOf.post(postId)).socketsLeave(channelOf.post(postId));
    });
    this.events.on(FollowEnded, ({ followerId, followeeId }) => {
      // Also on other servers, and before anything that is published from now on.
      server
        .in(channelOf.user(followerId))
        .socketsLeave([channelOf.followers(followeeId), channelOf.feedOf(followeeId)]);
    });
  }

  onApplicationShutdown(): void {
    this.pace.stop();
  }

  /** A post that many comment on changes in the feeds once in a while. Who looks at it hears of each comment. */
  private async tellCounts(): Promise<void> {
    const ids = [...this.counted];
    this.counted.clear();
    // Without the database nobody hears of it: the next page they read has the counts.
    const posts = await this.views.inOrder(ids).catch(() => []);
    for (const post of posts) {
      const hiddenFrom = await this.views.hiddenFrom(post.author.id).catch(() => []);
      const readers = this.server?.to(feedsOf(audienceOf(post)));
      readers?.except(hiddenFrom.map(channelOf.user)).emit('post:changed', { post });
    }
  }
}

/** Who looks at a post, and may. */
export function watchersOf({ postId, authorId, isPublic }: Audience): string {
  return isPublic ? channelOf.post(postId) : channelOf.followers(authorId);
}

/** Where a post comes into view. */
function feedsOf({ authorId, isPublic }: Audience): string[] {
  return isPublic ? [channelOf.latestFeed, channelOf.feedOf(authorId)] : [channelOf.feedOf(authorId)];
}
