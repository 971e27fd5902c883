import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { HitPage, SearchQuery } from '@parley/contracts';
import { SearchService } from './search.service.js';

@Controller('search')
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  /**
   * Finds messages in the rooms one is in, people, and rooms one is in or could be in. There are no posts yet: a
   * search in them finds nothing.
   */
  @Get()
  search(@Query() query: SearchQuery, @CurrentActor() actor: Actor): Promise<HitPage> {
    return this.searches.search(query, actor);
  }
}
