import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '@parley/api-files';
import { UsersModule } from '@parley/api-users';
import { FeedRepository } from './feeds/feed.repository.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { FeedsService } from './feeds/feeds.service.js';
import { FollowEntity } from './follows/follow.entity.js';
import { FollowRepository } from './follows/follow.repository.js';
import { FollowsController } from './follows/follows.controller.js';
import { FollowsService } from './follows/follows.service.js';
import { ProfilesService } from './follows/profiles.service.js';
import { PostAccess } from './post-access.js';
import { PostEditEntity } from './post-edit.entity.js';
import { PostHashtagEntity } from './post-hashtag.entity.js';
import { PostFileEntity } from './files/post-file.entity.js';
import { PostFileRepository } from './files/post-file.repository.js';
import { PostFiles } from './files/post-files.js';
import { PostEntity } from './post.entity.js';
import { PostRepository } from './post.repository.js';
import { PostRows } from './post-rows.js';
import { PostText } from './post-text.js';
import { PostThreads } from './post-threads.js';
import { PostVersions } from './post-versions.js';
import { PostViews } from './post-views.js';
import { PostWithdrawal } from './post-withdrawal.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { PublishingService } from './publishing.service.js';
import { PostReactionEntity } from './reactions/post-reaction.entity.js';
import { PostReactionRepository } from './reactions/post-reaction.repository.js';
import { PostReactionsService } from './reactions/post-reactions.service.js';
import { PostReactions } from './reactions/post-reactions.js';
import { FeedWatchesGateway } from './watching/feed-watches.gateway.js';
import { PostAnnouncer } from './watching/post-announcer.gateway.js';
import { PostWatchesGateway } from './watching/post-watches.gateway.js';
import { ViewerCounts } from './watching/viewer-counts.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      FollowEntity,
      PostEditEntity,
      PostEntity,
      PostFileEntity,
      PostHashtagEntity,
      PostReactionEntity,
    ]),
    FilesModule,
    UsersModule,
  ],
  controllers: [FeedsController, FollowsController, PostsController],
  providers: [
    FeedRepository,
    FeedWatchesGateway,
    FeedsService,
    FollowRepository,
    FollowsService,
    PostAccess,
    PostAnnouncer,
    PostFileRepository,
    PostFiles,
    PostReactionRepository,
    PostReactions,
    PostReactionsService,
    PostRepository,
    PostRows,
    PostText,
    PostThreads,
    PostVersions,
    PostViews,
    PostWatchesGateway,
    PostWithdrawal,
    PostsService,
    ProfilesService,
    PublishingService,
    ViewerCounts,
  ],
  exports: [FollowsService, PostReactions, PostText, PostThreads, PostWithdrawal],
})
export class PostsModule {}
