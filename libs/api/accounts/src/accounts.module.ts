import { Module } from '@nestjs/common';
import { FilesModule } from '@parley/api-files';
import { UsersModule } from '@parley/api-users';
import { AvatarsController } from './pictures/avatars.controller.js';
import { AvatarsService } from './pictures/avatars.service.js';

/** What somebody does with their account as a whole. Uses the features it touches; none of them knows it. */
@Module({
  imports: [FilesModule, UsersModule],
  controllers: [AvatarsController],
  providers: [AvatarsService],
})
export class AccountsModule {}
