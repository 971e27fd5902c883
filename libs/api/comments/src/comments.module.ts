import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostComments, PostsModule } from '@parley/api-posts';
import { UsersModule } from '@parley/api-users';
import { CommentEntity } from './comment.entity.js';
import { CommentHandlingService } from './comment-handling.service.js';
import { CommentReader } from './comment-reader.js';
import { CommentRepository } from './comment.repository.js';
import { CommentVersions } from './comment-versions.js';
import { CommentViews } from './comment-views.js';
import { CommentWithdrawal } from './comment-withdrawal.js';
import { CommentingService } from './commenting.service.js';
import { CommentsController } from './comments.controller.js';
import { CommentsGateway } from './comments.gateway.js';
import { CommentsService } from './comments.service.js';
import { DeletedPostComments } from './deleted-post-comments.js';

/** Global for the sake of `PostComments`, which posts need without knowing this module. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([CommentEntity]), PostsModule, UsersModule],
  controllers: [CommentsController],
  providers: [
    CommentHandlingService,
    CommentReader,
    CommentRepository,
    CommentVersions,
    CommentViews,
    CommentWithdrawal,
    CommentingService,
    CommentsGateway,
    CommentsService,
    { provide: PostComments, useClass: DeletedPostComments },
  ],
  exports: [CommentWithdrawal, CommentReader, PostComments],
})
export class CommentsModule {}
