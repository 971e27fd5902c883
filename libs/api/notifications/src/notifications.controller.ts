import { Body, Controller, Get, HttpCode, HttpStatus, Post, Put, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import {
  NotificationPage,
  NotificationPreferences,
  PageQuery,
  ReadNotifications,
  UnreadNotifications,
} from '@parley/contracts';
import { NotificationsService } from './notifications.service.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { ReadingService } from './reading/reading.service.js';

@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly reading: ReadingService,
    private readonly preferences: PreferencesService,
  ) {}

  /** What one was told, the newest first. */
  @Get()
  page(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<NotificationPage> {
    return this.notifications.page(query, actor);
  }

  /** How many of them are unread. */
  @Get('unread-count')
  unreadCount(@CurrentActor() actor: Actor): Promise<UnreadNotifications> {
    return this.notifications.unreadCount(actor);
  }

  /** Marks these as read, or all of them. */
  @Post('read')
  @HttpCode(HttpStatus.NO_CONTENT)
  read(@Body() { ids }: ReadNotifications, @CurrentActor() actor: Actor): Promise<void> {
    return this.reading.read(ids, actor);
  }

  /** What one wants to be told of, and when not. */
  @Get('preferences')
  getPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferences> {
    return this.preferences.get(actor);
  }

  /** Chooses what one wants to be told of, and when not. */
  @Put('preferences')
  replacePreferences(
    @Body() chosen: NotificationPreferences,
    @CurrentActor() actor: Actor,
  ): Promise<NotificationPreferences> {
    return this.preferences.replace(chosen, actor);
  }
}
