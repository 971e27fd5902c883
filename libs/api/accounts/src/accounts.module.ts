import { Module } from '@nestjs/common';
import { FilesModule } from '@parley/api-files';
import { PostsModule } from '@parley/api-posts';
import { UsersModule } from '@parley/api-users';
import { BlocksController } from './blocks/blocks.controller.js';
import { BlocksService } from './blocks/blocks.service.js';
import { AvatarsController } from './pictures/avatars.controller.js';
import { AvatarsService } from './pictures/avatars.service.js';

/** What somebody does with their account as a whole. Uses the features it touches; none of them knows it. */
@Module({
  imports: [FilesModule, PostsModule, UsersModule],
  controllers: [AvatarsController, BlocksController],
  providers: [AvatarsService, BlocksService],
})
export class AccountsModule {}
