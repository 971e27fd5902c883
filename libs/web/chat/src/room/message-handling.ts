import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '@parley/web-core';
import { ComposerState } from './composer-state';
import { Deletions } from './deletions';
import { Jumps } from './jumps';
import type { MessageAction } from './message-actions';

/** What comes of the things that people can do with a message, wherever the button for it is. */
@Service({ autoProvided: false })
export class MessageHandling {
  private readonly clipboard = inject(Clipboard);
  private readonly composer = inject(ComposerState);
  private readonly deletions = inject(Deletions);
  private readonly jumps = inject(Jumps);
  private readonly notices = inject(Notices);
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
      case 'jump':
        void this.jumps.toQuoted(message);
        break;
    }
  }

  private copy(text: string, notice: string): void {
    if (this.clipboard.copy(text)) {
      void this.notices.show(this.transloco.translate(notice));
    }
  }
}
