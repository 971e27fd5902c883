import { Module } from '@nestjs/common';
import { RoomsModule } from '@parley/api-rooms';
import { TypingGateway } from './typing/typing.gateway.js';
import { TypingService } from './typing/typing.service.js';

/** What people do at this moment. Nothing of it is stored. */
@Module({
  imports: [RoomsModule],
  providers: [TypingGateway, TypingService],
})
export class PresenceModule {}
