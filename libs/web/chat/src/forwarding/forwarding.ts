import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoService } from '@jsverse/transloco';
import type { Message, Room } from '@parley/contracts';
import { Authors, DirectRooms, Notices } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { Outbox } from '../outbox/outbox';
import { RoomsStore } from '../rooms/rooms-store';
import type { ForwardTarget } from './forward-targets';
import { forwardedText } from './forwarded-text';

/** Where to pass a message on to, and with which words. */
export interface ForwardChoice {
  readonly targets: readonly ForwardTarget[];
  readonly comment: string;
}

/** Passes messages on, by the same way as everything that people write. */
@Service()
export class Forwarding {
  private readonly authors = inject(Authors);
  private readonly dialog = inject(MatDialog);
  private readonly directRooms = inject(DirectRooms);
  private readonly notices = inject(Notices);
  private readonly outbox = inject(Outbox);
  private readonly rooms = inject(RoomsStore);
  private readonly transloco = inject(TranslocoService);

  async ask(message: Message): Promise<void> {
    const choice = await this.choose(message);
    if (choice) {
      await this.forward(message, choice);
    }
  }

  private async choose(message: Message): Promise<ForwardChoice | undefined> {
    const { ForwardDialog } = await import('./forward-dialog');
    const opened = this.dialog.open<InstanceType<typeof ForwardDialog>, Message, ForwardChoice>(
      ForwardDialog,
      {
        data: message,
        width: 'min(28rem, 100vw - 32px)',
      },
    );
    return firstValueFrom(opened.afterClosed());
  }

  /** What can be sent is sent, whatever becomes of the others. */
  private async forward(message: Message, { targets, comment }: ForwardChoice): Promise<void> {
    const author = this.authors.get(message.authorId)?.displayName ?? '';
    let count = 0;
    for (const target of targets) {
      try {
        const roomId = target.kind === 'room' ? target.id : await this.openRoomWith(target.id);
        const link = this.linkFor(message, roomId);
        const text = forwardedText({ author, body: message.body, link }, comment);
        await this.outbox.forward(
          roomId,
          text,
          message.files.map(({ id }) => id),
        );
        count += 1;
      } catch (error) {
        this.notices.showError(error);
      }
    }
    if (count === targets.length) {
      void this.notices.show(this.transloco.translate('chat.forward.done', { count }));
    }
  }

  private async openRoomWith(userId: string): Promise<string> {
    const room = await firstValueFrom(this.directRooms.open([userId]));
    this.rooms.adopt(room);
    return room.id;
  }

  /** Only where the others may go: a link would tell them of a room that is not theirs to know. */
  private linkFor({ roomId, seq }: Message, targetId: string): string | null {
    const origin: Room | undefined = this.rooms.get(roomId);
    const isOpen = origin?.visibility === 'public' || targetId === roomId;
    return isOpen ? `${location.origin}/chats/${roomId}/m/${seq}` : null;
  }
}
