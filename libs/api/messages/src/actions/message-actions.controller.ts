import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import {
  Message,
  MessageEdits,
  MessagePath,
  PinnedMessages,
  ReactionPath,
  RoomPath,
} from '@parley/contracts';
import { EditHistoryService } from './edit-history.service.js';
import { PinsService } from './pins.service.js';
import { ReactionsService } from './reactions.service.js';

/** What is done to messages that are there. */
@Controller()
export class MessageActionsController {
  constructor(
    private readonly reactions: ReactionsService,
    private readonly pins: PinsService,
    private readonly history: EditHistoryService,
  ) {}

  /** Reacts to a message with an emoji, once however often it is sent. At most 100 different ones a message. */
  @Put('messages/:id/reactions/:emoji')
  react(@Param() { id, emoji }: ReactionPath, @CurrentActor() actor: Actor): Promise<Message> {
    return this.reactions.add(id, emoji, actor);
  }

  /** Takes one's own reaction back. */
  @Delete('messages/:id/reactions/:emoji')
  takeBack(@Param() { id, emoji }: ReactionPath, @CurrentActor() actor: Actor): Promise<Message> {
    return this.reactions.remove(id, emoji, actor);
  }

  /** Pins a message: in channels its admins, elsewhere every member. At most 50 a room. */
  @Put('messages/:id/pin')
  pin(@Param() { id }: MessagePath, @CurrentActor() actor: Actor): Promise<Message> {
    return this.pins.pin(id, actor);
  }

  /** Unpins a message. */
  @Delete('messages/:id/pin')
  unpin(@Param() { id }: MessagePath, @CurrentActor() actor: Actor): Promise<Message> {
    return this.pins.unpin(id, actor);
  }

  /** The pinned messages of a room; what was pinned last comes first. */
  @Get('chatrooms/:id/pins')
  pinned(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<PinnedMessages> {
    return this.pins.list(id, actor);
  }

  /** What a message said before it was edited; nothing of a deleted one. */
  @Get('messages/:id/edits')
  edits(@Param() { id }: MessagePath, @CurrentActor() actor: Actor): Promise<MessageEdits> {
    return this.history.of(id, actor);
  }
}
