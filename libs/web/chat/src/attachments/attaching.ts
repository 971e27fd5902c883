import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { limits } from '@parley/contracts/constants';
import { Notices } from '@parley/web-core';
import { ComposerState } from '../room/composer-state';
import { Conversation } from '../room/conversation';
import { RoomRights } from '../room/room-rights';
import { Attachments } from './attachments';

/** Puts files to the message that is being written, wherever they come from. */
@Service({ autoProvided: false })
export class Attaching {
  private readonly attachments = inject(Attachments);
  private readonly conversation = inject(Conversation);
  private readonly notices = inject(Notices);
  private readonly rights = inject(RoomRights);
  private readonly state = inject(ComposerState);
  private readonly transloco = inject(TranslocoService);

  async add(files: readonly File[]): Promise<void> {
    if (!this.rights.maySpeak()) {
      return;
    }
    if (this.state.editing()) {
      this.state.cancel();
    }
    const surplus = await this.attachments.add(this.conversation.roomId, files);
    if (surplus > 0) {
      const max = limits.message.files;
      void this.notices.show(this.transloco.translate('chat.attach.tooMany', { max, count: surplus }));
    }
  }
}

/** Pictures and files of a clipboard; none when it is text that brings a picture of itself along. */
export function pastedFiles(clipboard: DataTransfer | null): File[] {
  if (!clipboard) {
    return [];
  }
  const isText = clipboard.types.includes('text/html') && clipboard.getData('text/plain').trim() !== '';
  return isText ? [] : [...clipboard.files];
}
