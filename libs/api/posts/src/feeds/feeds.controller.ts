import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { FeedQuery, HashtagPath, PageQuery, PersonPath, PostPage } from '@parley/contracts';
import { FeedsService } from './feeds.service.js';

@Controller()
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  /** The newest posts: what is public, or what those wrote whom one follows. */
  @Get('posts')
  page(@Query() query: FeedQuery, @CurrentActor() actor: Actor): Promise<PostPage> {
    return this.feeds.page(query, actor);
  }

  /** What a person wrote; what is for followers is seen by them alone. */
  @Get('users/:id/posts')
  ofPerson(
    @Param() { id }: PersonPath,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PostPage> {
    return this.feeds.ofPerson(id, query, actor);
  }

  /** Public posts with a hashtag. */
  @Get('tags/:tag/posts')
  tagged(
    @Param() { tag }: HashtagPath,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PostPage> {
    return this.feeds.tagged(tag, query, actor);
  }
}
