import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Message } from '@parley/contracts';
import { Notices } from '@parley/web-core';
import { Forwarding } from '../forwarding/forwarding';
import { RoomsStore } from '../rooms/rooms-store';
import { ComposerState } from './composer-state';
import { Conversation } from './conversation';
import { Deletions } from './deletions';
import { Jumps } from './jumps';
import type { MessageAction } from './message-actions';
import { ReadMarker } from './read-marker';

/** What comes of the things that people can do with a message, wherever the button for it is. */
@Service({ autoProvided: false })
export class MessageHandling {
  private readonly clipboard = inject(Clipboard);
  private readonly composer = inject(ComposerState);
  private readonly conversation = inject(Conversation);
  private readonly deletions = inject(Deletions);
  private readonly forwarding = inject(Forwarding);
  private readonly jumps = inject(Jumps);
  private readonly notices = inject(Notices);
  private readonly marker = inject(ReadMarker);
  private readonly rooms = inject(RoomsStore);
  private readonly transloco = inject(TranslocoService);

  act({ kind, message }: MessageAction): void {
    switch (kind) {
      case 'reply':
        this.composer.reply(message);
        break;
      case 'edit':
        this.composer.edit(message);
        break;
      case 'delete':
        void this.deletions.delete(message);
        break;
      case 'copy':
        this.copy(message.body, 'chat.message.copied');
        break;
      case 'link':
        this.copy(`${location.origin}/chats/${message.roomId}/m/${message.seq}`, 'chat.message.linkCopied');
        break;
      case 'forward':
        void this.forwarding.ask(message);
        break;
      case 'unread':
        void this.markUnread(message);
        break;
      case 'jump':
        if (message.replyTo) {
          void this.jumps.from(message, message.replyTo.seq);
        }
        break;
    }
  }

  /** It stays unread while the room is on screen, and is read when somebody comes back to it. */
  private async markUnread({ roomId, seq }: Message): Promise<void> {
    this.marker.hold();
    try {
      await this.rooms.markUnread(roomId, seq);
      this.conversation.lineAfter.set(seq - 1);
      this.conversation.isLineByHand.set(true);
      void this.notices.show(this.transloco.translate('chat.message.markedUnread'));
    } catch (error) {
      this.marker.release();
      this.notices.showError(error);
    }
  }

  private copy(text: string, notice: string): void {
    if (this.clipboard.copy(text)) {
      void this.notices.show(this.transloco.translate(notice));
    }
  }
}
