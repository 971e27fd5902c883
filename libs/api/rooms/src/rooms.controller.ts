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
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@parley/api-core';
import {
  CreateRoom,
  OpenDirectRoom,
  MarkUnread,
  ReadRoom,
  Room,
  RoomDirectoryQuery,
  RoomList,
  RoomPage,
  RoomPath,
  UpdateRoom,
} from '@parley/contracts';
import type { FastifyReply } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { DirectRoomsService } from './direct-rooms.service.js';
import { ReadMarkersService } from './read-markers.service.js';
import { RoomCreationService } from './room-creation.service.js';
import { RoomListsService } from './room-lists.service.js';
import { RoomsService } from './rooms.service.js';

@Controller('chatrooms')
export class RoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly lists: RoomListsService,
    private readonly creation: RoomCreationService,
    private readonly directRooms: DirectRoomsService,
    private readonly markers: ReadMarkersService,
  ) {}

  /** Public rooms by name, each with `me` when one is in it. */
  @Get()
  directory(@Query() query: RoomDirectoryQuery, @CurrentActor() actor: Actor): Promise<RoomPage> {
    return this.lists.directory(actor, query);
  }

  /** All rooms one is in, with everything a room list needs. */
  @Get('mine')
  async mine(@CurrentActor() actor: Actor): Promise<RoomList> {
    return { items: await this.lists.mine(actor) };
  }

  /** Makes a room. Repeated with the same id and content it answers 200 and the same room. */
  @Post()
  @ApiOkResponse({ type: Room, description: 'Repeated: the same room' })
  @ApiCreatedResponse({ type: Room })
  async create(
    @Body() { id = uuidv7(), ...command }: CreateRoom,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Room> {
    const { room, isNew } = await this.creation.create({ id, ...command }, actor);
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return room;
  }

  /** The room of exactly these people and oneself: it is made when there is none. */
  @Put('direct')
  direct(@Body() { userIds }: OpenDirectRoom, @CurrentActor() actor: Actor): Promise<Room> {
    return this.directRooms.open(userIds, actor);
  }

  /** A room that one is in, or a public one. */
  @Get(':id')
  get(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<Room> {
    return this.rooms.get(id, actor);
  }

  /** Renames a room, changes its topic or visibility, archives it or brings it back. */
  @Patch(':id')
  update(
    @Param() { id }: RoomPath,
    @Body() changes: UpdateRoom,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    return this.rooms.update(id, changes, actor);
  }

  /** Deletes a room and all that was written in it; only an owner may. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  delete(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.rooms.delete(id, actor);
  }

  /** Moves the read marker forward; it never goes back. */
  @Put(':id/read')
  @HttpCode(HttpStatus.NO_CONTENT)
  async read(
    @Param() { id }: RoomPath,
    @Body() { seq }: ReadRoom,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.markers.read(id, seq, actor);
  }

  /** Marks a message and what follows it as unread; the read marker stays, and reading takes the mark away. */
  @Put(':id/unread')
  @HttpCode(HttpStatus.NO_CONTENT)
  async markUnread(
    @Param() { id }: RoomPath,
    @Body() { seq }: MarkUnread,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.markers.markUnread(id, seq, actor);
  }
}
