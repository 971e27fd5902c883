import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommentWithdrawal } from '@parley/api-comments';
import { Jobs } from '@parley/api-core';
import { MessageWithdrawal } from '@parley/api-messages';
import { PostWithdrawal } from '@parley/api-posts';
import { Departures } from '@parley/api-rooms';
import { leaveRoom, withdrawPosts } from './deletion-jobs.js';

/** What is done about what people said whose account is gone. Every step may be done twice. */
@Injectable()
export class AccountRemains implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly departures: Departures,
    private readonly messages: MessageWithdrawal,
    private readonly posts: PostWithdrawal,
    private readonly comments: CommentWithdrawal,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(leaveRoom, async ({ payload: { userId, roomId, mode } }) => {
      await this.departures.leave(roomId, userId);
      await this.messages.withdraw(roomId, userId, mode);
    });
    this.jobs.handle(withdrawPosts, async ({ payload: { userId, mode } }) => {
      if (mode === 'anonymise') {
        await this.posts.withdrawFiles(userId);
        return;
      }
      await this.posts.withdraw(userId);
      await this.comments.withdraw(userId);
    });
  }
}
