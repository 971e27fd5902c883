import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { OwnAddresses } from '@parley/web-ui';
import { titleOf } from '../rooms/room-naming';
import { RoomsStore } from '../rooms/rooms-store';
import { MessageLabels } from './message-labels';

/** Links in messages that lead to other places of the app: what they are called. */
@Service()
export class MessagePlaces {
  private readonly labels = inject(MessageLabels);
  private readonly rooms = inject(RoomsStore);
  private readonly transloco = inject(TranslocoService);

  /** Its labels are signals read. */
  readonly addresses: OwnAddresses = {
    origin: location.origin,
    labelOf: (roomId, seq) => {
      const room = this.rooms.get(roomId);
      // For the sake of another language.
      const { placeElsewhere, roomElsewhere } = this.labels.all();
      if (!room) {
        return seq === null ? roomElsewhere : placeElsewhere;
      }
      const name = titleOf(room);
      return seq === null ? name : this.transloco.translate('chat.message.placeIn', { name });
    },
  };
}
