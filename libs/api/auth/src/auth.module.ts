import { Module } from '@nestjs/common';
import { UsersModule } from '@parley/api-users';

@Module({ imports: [UsersModule] })
export class AuthModule {}
