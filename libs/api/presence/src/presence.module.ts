import { Module } from '@nestjs/common';
import { PostsModule } from '@parley/api-posts';
import { RoomsModule } from '@parley/api-rooms';
import { UsersModule } from '@parley/api-users';
import { LastSeen } from './people/last-seen.js';
import { PeopleElsewhere } from './people/people-elsewhere.js';
import { PeopleHere } from './people/people-here.js';
import { PresenceBoard } from './people/presence-board.js';
import { PresenceChoosing } from './people/presence-choosing.js';
import { PresenceGateway } from './people/presence.gateway.js';
import { PresenceNodes } from './people/presence-nodes.js';
import { PresenceViews } from './people/presence-views.js';
import { PresenceService } from './people/presence.service.js';
import { WatchLists } from './people/watch-lists.js';
import { TypingPlaces } from './typing/typing-places.js';
import { TypingGateway } from './typing/typing.gateway.js';
import { TypingService } from './typing/typing.service.js';

/** What people do at this moment. Nothing of it is stored. */
@Module({
  imports: [PostsModule, RoomsModule, UsersModule],
  providers: [
    LastSeen,
    PeopleElsewhere,
    PeopleHere,
    PresenceBoard,
    PresenceChoosing,
    PresenceGateway,
    PresenceNodes,
    PresenceService,
    PresenceViews,
    TypingGateway,
    TypingPlaces,
    TypingService,
    WatchLists,
  ],
})
export class PresenceModule {}
