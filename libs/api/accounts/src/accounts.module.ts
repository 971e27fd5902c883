import { Module } from '@nestjs/common';
import { CommentsModule } from '@parley/api-comments';
import { FilesModule } from '@parley/api-files';
import { MessagesModule } from '@parley/api-messages';
import { PostsModule } from '@parley/api-posts';
import { RoomsModule } from '@parley/api-rooms';
import { UsersModule } from '@parley/api-users';
import { BlocksController } from './blocks/blocks.controller.js';
import { BlocksService } from './blocks/blocks.service.js';
import { AccountDeletionService } from './deletion/account-deletion.service.js';
import { AccountEnding } from './deletion/account-ending.js';
import { AccountRemains } from './deletion/account-remains.js';
import { DeletionController } from './deletion/deletion.controller.js';
import { DeletionRepository } from './deletion/deletion.repository.js';
import { LeftFiles } from './deletion/left-files.js';
import { AvatarsController } from './pictures/avatars.controller.js';
import { AvatarsService } from './pictures/avatars.service.js';

/** What somebody does with their account as a whole. Uses the features it touches; none of them knows it. */
@Module({
  imports: [CommentsModule, FilesModule, MessagesModule, PostsModule, RoomsModule, UsersModule],
  controllers: [AvatarsController, BlocksController, DeletionController],
  providers: [
    AccountDeletionService,
    AccountEnding,
    AccountRemains,
    AvatarsService,
    BlocksService,
    DeletionRepository,
    LeftFiles,
  ],
})
export class AccountsModule {}
