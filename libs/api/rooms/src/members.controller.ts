import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import {
  AddMembers,
  ChangeRole,
  MemberPage,
  MemberPath,
  MembersQuery,
  Room,
  RoomPath,
  UpdateMembership,
} from '@parley/contracts';
import { MemberPagesService } from './member-pages.service.js';
import { MembersService } from './members.service.js';
import { OwnPlaceService } from './own-place.service.js';

@Controller('chatrooms/:id')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly pages: MemberPagesService,
    private readonly ownPlaces: OwnPlaceService,
  ) {}

  /** Comes into a public room. */
  @Post('join')
  @HttpCode(HttpStatus.OK)
  join(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<Room> {
    return this.ownPlaces.join(id, actor);
  }

  /** Goes out of a room. Its last owner hands it over first, unless nobody else is there. */
  @Post('leave')
  @HttpCode(HttpStatus.NO_CONTENT)
  leave(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.ownPlaces.leave(id, actor);
  }

  /** Who is in the room, owners and admins first. */
  @Get('members')
  page(
    @Param() { id }: RoomPath,
    @Query() query: MembersQuery,
    @CurrentActor() actor: Actor,
  ): Promise<MemberPage> {
    return this.pages.page(id, actor, query);
  }

  /** Adds people to the room. */
  @Post('members')
  @HttpCode(HttpStatus.NO_CONTENT)
  add(
    @Param() { id }: RoomPath,
    @Body() { userIds }: AddMembers,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.members.add(id, userIds, actor);
  }

  /** Gives a member another role; only an owner may. */
  @Patch('members/:userId')
  @HttpCode(HttpStatus.NO_CONTENT)
  changeRole(
    @Param() { id, userId }: MemberPath,
    @Body() { role }: ChangeRole,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.members.changeRole(id, userId, role, actor);
  }

  /** Removes a member; to remove oneself is to leave. */
  @Delete('members/:userId')
  @HttpCode(HttpStatus.NO_CONTENT)
  remove(@Param() { id, userId }: MemberPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.members.remove(id, userId, actor);
  }

  /** Changes what one has chosen for this room: how loud it is, and whether it is a favourite. */
  @Patch('membership')
  update(
    @Param() { id }: RoomPath,
    @Body() changes: UpdateMembership,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    return this.ownPlaces.update(id, changes, actor);
  }
}
