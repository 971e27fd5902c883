import { Controller, Delete, Get, HttpCode, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { PageQuery, PersonPath, Profile, SuggestedPeople, UserPage, UserPath } from '@parley/contracts';
import { FollowsService } from './follows.service.js';
import { ProfilesService } from './profiles.service.js';

@Controller('users')
export class FollowsController {
  constructor(
    private readonly follows: FollowsService,
    private readonly profiles: ProfilesService,
  ) {}

  /** People whom one shares rooms with and does not follow yet. */
  @Get('suggestions')
  suggestions(@CurrentActor() actor: Actor): Promise<SuggestedPeople> {
    return this.follows.suggestions(actor);
  }

  /** A person's page, by their id or their user name. */
  @Get(':idOrUsername')
  profile(@Param() { idOrUsername }: UserPath, @CurrentActor() actor: Actor): Promise<Profile> {
    return this.profiles.profile(idOrUsername, actor);
  }

  /** Follows a person: their posts come into one's feed, also those for followers only. */
  @Put(':id/follow')
  @HttpCode(HttpStatus.NO_CONTENT)
  follow(@Param() { id }: PersonPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.follows.follow(id, actor);
  }

  /** Follows a person no longer. */
  @Delete(':id/follow')
  @HttpCode(HttpStatus.NO_CONTENT)
  unfollow(@Param() { id }: PersonPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.follows.unfollow(id, actor);
  }

  /** Who follows a person, who came last first. */
  @Get(':id/followers')
  followers(@Param() { id }: PersonPath, @Query() query: PageQuery): Promise<UserPage> {
    return this.follows.page('followers', id, query);
  }

  /** Whom a person follows, who came last first. */
  @Get(':id/following')
  following(@Param() { id }: PersonPath, @Query() query: PageQuery): Promise<UserPage> {
    return this.follows.page('following', id, query);
  }
}
