import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '@parley/api-accounts';
import { AuthModule } from '@parley/api-auth';
import { CommentsModule } from '@parley/api-comments';
import { type AppConfig, CoreModule } from '@parley/api-core';
import { MessagesModule } from '@parley/api-messages';
import { NotificationsModule } from '@parley/api-notifications';
import { PostsModule } from '@parley/api-posts';
import { PresenceModule } from '@parley/api-presence';
import { RoomsModule } from '@parley/api-rooms';
import { SearchModule } from '@parley/api-search';
import { UsersModule } from '@parley/api-users';

/** The features this server is made of. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.forRoot(config),
        UsersModule,
        AccountsModule,
        AuthModule,
        RoomsModule,
        MessagesModule,
        PostsModule,
        CommentsModule,
        PresenceModule,
        SearchModule,
        NotificationsModule,
      ],
    };
  }
}
