import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiCheckAll,
  mdiContentCopy,
  mdiDeleteOutline,
  mdiDotsHorizontal,
  mdiEmailMarkAsUnread,
  mdiEmoticonOutline,
  mdiLinkVariant,
  mdiPencilOutline,
  mdiPinOffOutline,
  mdiPinOutline,
  mdiReplyOutline,
  mdiShareOutline,
} from '@mdi/js';
import { Icon } from '@parley/web-ui';
import { Pins } from '../pins/pins';
import { QuickReactions } from '../reactions/quick-reactions';
import { ReactionDialogs } from '../reactions/reaction-dialogs';
import { Reactions } from '../reactions/reactions';
import { ReceiptDialogs } from '../receipts/receipt-dialogs';
import { Receipts } from '../receipts/receipts';
import type { MessageAction } from './message-actions';
import { RoomRights } from './room-rights';
import type { Message } from '@parley/contracts';

/** The buttons that float over a message, and the menu behind them. */
@Component({
  selector: 'parley-message-menu',
  imports: [
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    QuickReactions,
    TranslocoDirective,
  ],
  templateUrl: './message-menu.html',
  styleUrl: './message-menu.css',
})
export class MessageMenu {
  private readonly trigger = viewChild(MatMenuTrigger);
  protected readonly pins = inject(Pins);
  protected readonly reactionDialogs = inject(ReactionDialogs);
  protected readonly reactions = inject(Reactions);
  protected readonly receiptDialogs = inject(ReceiptDialogs);
  protected readonly receipts = inject(Receipts);
  protected readonly rights = inject(RoomRights);

  readonly message = input.required<Message>();
  /** The element of the message: it stays when this menu goes. */
  readonly origin = input<HTMLElement>();
  readonly act = output<MessageAction['kind']>();
  readonly closed = output();

  protected readonly icons = {
    copy: mdiContentCopy,
    delete: mdiDeleteOutline,
    edit: mdiPencilOutline,
    forward: mdiShareOutline,
    link: mdiLinkVariant,
    more: mdiDotsHorizontal,
    pin: mdiPinOutline,
    unpin: mdiPinOffOutline,
    reactions: mdiEmoticonOutline,
    receipts: mdiCheckAll,
    reply: mdiReplyOutline,
    unread: mdiEmailMarkAsUnread,
  };

  readonly isOpen = signal(false);

  open(): void {
    this.trigger()?.openMenu();
  }
}
