import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Public } from '@parley/api-core';
import {
  CreateInvite,
  Invite,
  InviteList,
  InvitePath,
  InvitePreview,
  Room,
  RoomPath,
} from '@parley/contracts';
import { InviteDoors } from './invite-doors.js';
import { InvitesService } from './invites.service.js';

@Controller()
export class InvitesController {
  constructor(
    private readonly invites: InvitesService,
    private readonly doors: InviteDoors,
  ) {}

  /** Makes a link by which people come into the room. Owners and admins may, in a group all members. */
  @Post('chatrooms/:id/invites')
  create(
    @Param() { id }: RoomPath,
    @Body() wish: CreateInvite,
    @CurrentActor() actor: Actor,
  ): Promise<Invite> {
    return this.invites.create(id, wish, actor);
  }

  /** The links that still let people in, for those who may make some. */
  @Get('chatrooms/:id/invites')
  async list(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<InviteList> {
    return { items: await this.invites.list(id, actor) };
  }

  /** Takes a link back: nobody comes in by it any more. */
  @Delete('chatrooms/invites/:token')
  @HttpCode(HttpStatus.NO_CONTENT)
  revoke(@Param() { token }: InvitePath, @CurrentActor() actor: Actor): Promise<void> {
    return this.invites.revoke(token, actor);
  }

  /** What somebody sees who has the link, signed in or not. Refused with `invite.gone` when it lets nobody in. */
  @Get('invites/:token')
  @Public()
  preview(@Param() { token }: InvitePath): Promise<InvitePreview> {
    return this.invites.preview(token);
  }

  /** Comes into the room. Doing it twice uses the link once. */
  @Post('invites/:token/accept')
  @HttpCode(HttpStatus.OK)
  accept(@Param() { token }: InvitePath, @CurrentActor() actor: Actor): Promise<Room> {
    return this.doors.accept(token, actor);
  }
}
