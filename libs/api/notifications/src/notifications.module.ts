import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentsModule } from '@parley/api-comments';
import { UnreadNotificationCounts } from '@parley/api-core';
import { MessagesModule } from '@parley/api-messages';
import { PostsModule } from '@parley/api-posts';
import { UsersModule } from '@parley/api-users';
import { AccountCauses } from './causes/account-causes.js';
import { ChatCauses } from './causes/chat-causes.js';
import { PostCauses } from './causes/post-causes.js';
import { NotificationMaking } from './making/notification-making.js';
import { NotificationProgressEntity } from './making/notification-progress.entity.js';
import { RoomProgressRepository } from './making/room-progress.repository.js';
import { RoomTelling } from './making/room-telling.js';
import { RoomWatch } from './making/room-watch.js';
import { NotificationEntity } from './notification.entity.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsGateway } from './notifications.gateway.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationPreferencesEntity } from './preferences/notification-preferences.entity.js';
import { PreferencesRepository } from './preferences/preferences.repository.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { DeliveryRepository } from './push/delivery.repository.js';
import { NotificationDeliveryEntity } from './push/notification-delivery.entity.js';
import { PushController } from './push/push.controller.js';
import { PushDelivery } from './push/push-delivery.js';
import { PushDevices } from './push/push-devices.js';
import { PushPlanning } from './push/push-planning.js';
import { PushRepository } from './push/push.repository.js';
import { PushSender } from './push/push-sender.js';
import { PushService } from './push/push.service.js';
import { PushSubscriptionEntity } from './push/push-subscription.entity.js';
import { VapidKeys } from './push/vapid-keys.js';
import { ReadingAlong } from './reading/reading-along.js';
import { ReadingService } from './reading/reading.service.js';
import { UnreadCounts } from './unread-counts.js';

/** Global for the sake of `UnreadNotificationCounts`, which rooms need without knowing this module. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      NotificationDeliveryEntity,
      NotificationEntity,
      NotificationPreferencesEntity,
      NotificationProgressEntity,
      PushSubscriptionEntity,
    ]),
    CommentsModule,
    MessagesModule,
    PostsModule,
    UsersModule,
  ],
  controllers: [NotificationsController, PushController],
  providers: [
    AccountCauses,
    ChatCauses,
    DeliveryRepository,
    NotificationMaking,
    NotificationRepository,
    NotificationsGateway,
    NotificationsService,
    PostCauses,
    PreferencesRepository,
    PreferencesService,
    PushDelivery,
    PushDevices,
    PushPlanning,
    PushRepository,
    PushSender,
    PushService,
    ReadingAlong,
    ReadingService,
    RoomProgressRepository,
    RoomTelling,
    RoomWatch,
    VapidKeys,
    { provide: UnreadNotificationCounts, useClass: UnreadCounts },
  ],
  exports: [UnreadNotificationCounts],
})
export class NotificationsModule {}
