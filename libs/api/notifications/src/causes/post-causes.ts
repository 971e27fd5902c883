import { Injectable, type OnModuleInit } from '@nestjs/common';
import { commentReacted, CommentReader, commentWritten } from '@parley/api-comments';
import { Channels, DomainError, Jobs } from '@parley/api-core';
import { personFollowed, type PostEntity, postPublished, postReacted, PostThreads } from '@parley/api-posts';
import { NotificationMaking } from '../making/notification-making.js';
import type { NewNotification } from '../notification.repository.js';

/** What happens around posts. Nobody is told of a post that they may not see. */
@Injectable()
export class PostCauses implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly posts: PostThreads,
    private readonly comments: CommentReader,
    private readonly making: NotificationMaking,
    private readonly channels: Channels,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(personFollowed, ({ payload: { followerId, followeeId } }) =>
      this.making.makeWanted([
        {
          ...{ userId: followeeId, kind: 'follow', actorId: followerId },
          dedupeKey: `follow ${followerId} ${followeeId}`,
        },
      ]),
    );
    this.jobs.handle(postPublished, ({ payload }) => this.published(payload.postId));
    this.jobs.handle(postReacted, ({ payload: { postId, emoji, by } }) => this.reacted(postId, emoji, by));
    this.jobs.handle(commentWritten, ({ payload }) => this.commented(payload.commentId));
    this.jobs.handle(commentReacted, ({ payload: { commentId, emoji, by } }) =>
      this.commentReacted(commentId, emoji, by),
    );
  }

  private async published(postId: string): Promise<void> {
    const post = await this.posts.find(postId);
    if (post) {
      await this.tell(post, [...post.mentions.map((userId) => toNew(post, { kind: 'mention', userId }))]);
    }
  }

  private async reacted(postId: string, emoji: string, by: string): Promise<void> {
    const post = await this.posts.find(postId);
    if (post) {
      const reaction = toNew(post, { kind: 'reaction', userId: post.authorId });
      const dedupeKey = `reaction ${postId} ${by} ${emoji}`;
      await this.tell(post, [{ ...reaction, actorId: by, text: emoji, dedupeKey }]);
    }
  }

  /** Who is called hears of it as such, then whoever it answers, then the author of the post. */
  private async commented(commentId: string): Promise<void> {
    const comment = await this.comments.find(commentId);
    const post = comment && (await this.posts.find(comment.postId));
    if (!comment || comment.deletedAt || !post) {
      return;
    }
    const parent = comment.parentId ? await this.comments.find(comment.parentId) : null;
    const audience = [
      ...comment.mentions.map((userId) => ({ kind: 'mention' as const, userId })),
      ...(parent ? [{ kind: 'reply' as const, userId: parent.authorId }] : []),
      { kind: 'comment' as const, userId: post.authorId },
    ];
    // The first of several reasons to tell somebody counts.
    const first = new Map(audience.toReversed().map((one) => [one.userId, one]));
    await this.tell(
      post,
      [...first.values()].map((one) => ({
        ...toNew(post, one),
        ...{ actorId: comment.authorId, commentId, dedupeKey: `comment ${commentId} ${one.userId}` },
      })),
    );
  }

  private async commentReacted(commentId: string, emoji: string, by: string): Promise<void> {
    const comment = await this.comments.find(commentId);
    const post = comment && (await this.posts.find(comment.postId));
    if (comment && !comment.deletedAt && post) {
      const reaction = toNew(post, { kind: 'reaction', userId: comment.authorId });
      const dedupeKey = `reaction ${commentId} ${by} ${emoji}`;
      await this.tell(post, [{ ...reaction, commentId, actorId: by, text: emoji, dedupeKey }]);
    }
  }

  private async tell(post: PostEntity, wishes: readonly NewNotification[]): Promise<void> {
    const allowed = await Promise.all(wishes.map(({ userId }) => this.isNewsTo(userId, post.id)));
    await this.making.makeWanted(wishes.filter((_, place) => allowed[place]));
  }

  /** Whoever looks at the post at this moment sees it happen. */
  private async isNewsTo(userId: string, postId: string): Promise<boolean> {
    try {
      await this.posts.requireReadable(postId, userId);
      return !(await this.channels.isWatching(userId, postId));
    } catch (error) {
      if (error instanceof DomainError) {
        return false;
      }
      throw error;
    }
  }
}

function toNew(
  { id, authorId }: PostEntity,
  { kind, userId }: Pick<NewNotification, 'kind' | 'userId'>,
): NewNotification {
  return { userId, kind, actorId: authorId, postId: id, dedupeKey: `post ${id} ${userId}` };
}
