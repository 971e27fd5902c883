import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { DirectoryQuery, Me, UpdateMe, UserPage } from '@parley/contracts';
import { UsersService } from './users.service.js';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  /** The people on this server, by user name; with a query only those whose names contain it. */
  @Get()
  search(@Query() query: DirectoryQuery, @CurrentActor() actor: Actor): Promise<UserPage> {
    return this.users.search(query, actor);
  }

  /** Who one is. */
  @Get('me')
  me(@CurrentActor() actor: Actor): Promise<Me> {
    return this.users.me(actor);
  }

  /** Changes what one shows of oneself, and one's settings. */
  @Patch('me')
  updateMe(@Body() changes: UpdateMe, @CurrentActor() actor: Actor): Promise<Me> {
    return this.users.updateMe(actor, changes);
  }
}
