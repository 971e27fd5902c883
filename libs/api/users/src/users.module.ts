import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Accounts } from './accounts.js';
import { BlockEntity } from './blocks/block.entity.js';
import { BlockRepository } from './blocks/block.repository.js';
import { Blocks } from './blocks/blocks.js';
import { OwnProfiles } from './own-profiles.js';
import { UserDirectory } from './user-directory.js';
import { UserEntity } from './user.entity.js';
import { UserRepository } from './user.repository.js';
import { UsersController } from './users.controller.js';
import { UsersGateway } from './users.gateway.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([BlockEntity, UserEntity])],
  controllers: [UsersController],
  providers: [
    Accounts,
    BlockRepository,
    Blocks,
    OwnProfiles,
    UserDirectory,
    UserRepository,
    UsersGateway,
    UsersService,
  ],
  exports: [Accounts, Blocks, OwnProfiles, UserDirectory],
})
export class UsersModule {}
