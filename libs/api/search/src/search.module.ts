import { Module } from '@nestjs/common';
import { MessagesModule } from '@parley/api-messages';
import { RoomsModule } from '@parley/api-rooms';
import { UsersModule } from '@parley/api-users';
import { IndexRepository } from './index/index.repository.js';
import { RoomIndexing } from './index/room-indexing.js';
import { SearchIndexer } from './index/search-indexer.js';
import { MessageFinder } from './messages/message-finder.js';
import { MessageHits } from './messages/message-hits.js';
import { MessageSearch } from './messages/message-search.js';
import { PassageStream } from './messages/passage-stream.js';
import { TokenFrequencies } from './messages/token-frequencies.js';
import { PassageRepository } from './messages/passage.repository.js';
import { ScopeRepository } from './messages/scope.repository.js';
import { Scopes } from './messages/scopes.js';
import { PeopleSearch } from './people/people-search.js';
import { PeopleSearchRepository } from './people/people-search.repository.js';
import { Queries } from './query/queries.js';
import { RoomSearch } from './rooms/room-search.js';
import { RoomSearchRepository } from './rooms/room-search.repository.js';
import { SearchController } from './search.controller.js';
import { SearchLimits } from './search-limits.js';
import { SearchService } from './search.service.js';
import { SearchTransactions } from './search-transactions.js';
import { Vocabulary } from './vocabulary/vocabulary.js';
import { VocabularyRepository } from './vocabulary/vocabulary.repository.js';

@Module({
  imports: [MessagesModule, RoomsModule, UsersModule],
  controllers: [SearchController],
  providers: [
    IndexRepository,
    MessageFinder,
    MessageHits,
    MessageSearch,
    PassageRepository,
    PassageStream,
    PeopleSearch,
    PeopleSearchRepository,
    Queries,
    RoomIndexing,
    RoomSearch,
    RoomSearchRepository,
    ScopeRepository,
    Scopes,
    SearchIndexer,
    SearchLimits,
    SearchService,
    SearchTransactions,
    TokenFrequencies,
    Vocabulary,
    VocabularyRepository,
  ],
})
export class SearchModule {}
