import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { titleOf } from '../rooms/room-naming';
import { RoomsStore } from '../rooms/rooms-store';
import type { OwnAddresses } from './links-in-markdown';
import { MessageLabels } from './message-labels';

/** Links in messages that lead to other places of the app: what they are called, and going there. */
@Service()
export class MessagePlaces {
  private readonly labels = inject(MessageLabels);
  private readonly rooms = inject(RoomsStore);
  private readonly router = inject(Router);
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

  /** Goes where a link of a message leads, if that is in the app and no other window is wanted. */
  follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && isPlain && !link.target && link.origin === location.origin) {
      event.preventDefault();
      // Also when the address is there already: the message is shown again.
      void this.router.navigateByUrl(link.pathname, { onSameUrlNavigation: 'reload' });
    }
  }
}
