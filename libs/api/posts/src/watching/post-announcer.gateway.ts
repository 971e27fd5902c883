import type { OnGatewayInit } from '@nestjs/websockets';
import { channelOf, DomainEvents, Gateway, type RealtimeServer } from '@parley/api-core';
import {
  type Audience,
  audienceOf,
  FollowEnded,
  PostCounted,
  PostPublished,
  PostRemoved,
  PostUpdated,
} from '../post.events.js';

/** Tells those who look at posts and feeds what happens to them. */
@Gateway()
export class PostAnnouncer implements OnGatewayInit<RealtimeServer> {
  constructor(private readonly events: DomainEvents) {}

  afterInit(server: RealtimeServer): void {
    this.events.on(PostPublished, ({ post }) => {
      const { author, id: postId } = post;
      server.to(feedsOf(audienceOf(post))).emit('feed:new', { postId, authorId: author.id });
    });
    this.events.on(PostUpdated, ({ post }) => {
      const audience = audienceOf(post);
      server.to([watchersOf(audience), ...feedsOf(audience)]).emit('post:changed', { post });
    });
    this.events.on(PostCounted, ({ post }) => {
      server.to(feedsOf(audienceOf(post))).emit('post:changed', { post });
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
}

/** Who looks at a post, and may. */
export function watchersOf({ postId, authorId, isPublic }: Audience): string {
  return isPublic ? channelOf.post(postId) : channelOf.followers(authorId);
}

/** Where a post comes into view. */
function feedsOf({ authorId, isPublic }: Audience): string[] {
  return isPublic ? [channelOf.latestFeed, channelOf.feedOf(authorId)] : [channelOf.feedOf(authorId)];
}
