import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuotedMessage } from '@parley/contracts';
import { mdiCancel, mdiPin, mdiReply } from '@mdi/js';
import { Authors } from '@parley/web-core';
import { Avatar, EditHistory, Icon } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { ChatDates } from '../dates/chat-dates';
import { MessageFiles } from '../files/message-files';
import { Edits } from '../outbox/edits';
import { MessageTicks } from '../receipts/message-ticks';
import { excerptOf } from '../rooms/room-naming';
import { isCalled } from '../rooms/room-state';
import { Excerpts } from '../text/excerpts';
import { MessageLabels } from '../text/message-labels';
import { SystemLine } from '../system/system-line';
import { MessageText } from '../text/message-text';
import { ReactionRow } from '../reactions/reaction-row';
import { Reactions } from '../reactions/reactions';
import { Conversation } from './conversation';
import { Deletions } from './deletions';
import type { MessageAction } from './message-actions';
import { MessagesApi } from './messages-api';
import { MessageMenu } from './message-menu';
import { RoomRights } from './room-rights';
import type { MessageRow } from './timeline';
import { WaitingEdit } from './waiting-edit';

const LONG_PRESS_MS = 450;

/** One message as the server has it. */
@Component({
  selector: 'parley-message-item',
  imports: [
    Avatar,
    Icon,
    MessageFiles,
    MessageMenu,
    MessageText,
    MessageTicks,
    NgTemplateOutlet,
    ReactionRow,
    RouterLink,
    SystemLine,
    WaitingEdit,
  ],
  templateUrl: './message-item.html',
  styleUrl: './message-item.css',
  host: {
    role: 'article',
    tabindex: '-1',
    '[class.group]': 'row().startsGroup',
    '[class.highlighted]': 'isHighlighted()',
    '[class.active]': 'isActive()',
    '[class.mentioned]': 'isMentioned()',
    '[attr.aria-label]': 'author()?.displayName',
    '(pointerenter)': 'hover($event, true)',
    '(pointerleave)': 'hover($event, false)',
    '(focusin)': 'hasFocus.set(true)',
    '(focusout)': 'hasFocus.set(false)',
    '(contextmenu)': 'openMenu($event)',
    '(pointerdown)': 'press($event)',
    '(pointermove)': 'release()',
    '(pointerup)': 'release()',
    '(pointercancel)': 'release()',
  },
})
export class MessageItem {
  private readonly authors = inject(Authors);
  private readonly conversation = inject(Conversation);
  private readonly deletions = inject(Deletions);
  private readonly edits = inject(Edits);
  private readonly excerpts = inject(Excerpts);
  private readonly reactions = inject(Reactions);
  private readonly history = inject(EditHistory);
  private readonly api = inject(MessagesApi);
  protected readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly menu = viewChild(MessageMenu);
  private readonly rights = inject(RoomRights);
  private pressing?: ReturnType<typeof setTimeout>;
  protected readonly dates = inject(ChatDates);
  protected readonly labels = inject(MessageLabels);

  readonly row = input.required<MessageRow>();
  /** The permanent link leads here, or a quote did. */
  readonly isHighlighted = input(false);
  readonly act = output<MessageAction>();
  /** Wants to see the message with this number. */
  readonly jump = output<number>();

  protected readonly icons = { deleted: mdiCancel, pinned: mdiPin, quote: mdiReply };
  private readonly isHovered = signal(false);
  protected readonly hasFocus = signal(false);
  protected readonly isActive = computed(
    () => this.isHovered() || this.hasFocus() || (this.menu()?.isOpen() ?? false),
  );
  protected readonly message = computed(() => this.row().message);
  protected readonly edit = computed(() => this.edits.of(this.message().id));
  protected readonly body = computed(() => this.edit()?.body ?? this.message().body);
  protected readonly author = computed(() => this.authors.get(this.message().authorId));
  protected readonly picture = computed(
    () => this.author() ?? { id: this.message().authorId, displayName: '' },
  );
  protected readonly isOwn = computed(() => this.message().authorId === this.rights.ownId);
  protected readonly isMentioned = computed(
    () => !this.isDeleted() && isCalled(this.message(), this.rights.ownId),
  );
  protected readonly isDeleted = computed(
    () => this.message().deletedAt !== null || this.deletions.has(this.message().id),
  );
  /** Of what the history tells of the room, only its admins can do anything about. */
  protected readonly hasMenu = computed(
    () => !this.isDeleted() && (this.message().kind !== 'system' || this.rights.mayDelete(this.message())),
  );
  protected readonly quote = computed(() => {
    const { replyTo } = this.message();
    return replyTo && { name: this.authors.get(replyTo.authorId)?.displayName, text: this.quoted(replyTo) };
  });

  protected readonly hasReactions = computed(() => this.reactions.of(this.message()).length > 0);

  protected showEdits(): Promise<void> {
    const { id } = this.message();
    return this.history.open(this.message(), async () => (await firstValueFrom(this.api.edits(id))).items);
  }

  /** The server quotes words only; of a message without any this page may know what it shows. */
  private quoted({ seq, excerpt }: QuotedMessage): string {
    const message = excerpt ? undefined : this.conversation.at(seq);
    return message ? this.excerpts.of(message) : excerptOf(excerpt);
  }

  protected emit(kind: MessageAction['kind']): void {
    this.act.emit({ kind, message: this.message() });
  }

  protected hover({ pointerType }: PointerEvent, isHovered: boolean): void {
    if (pointerType === 'mouse') {
      this.isHovered.set(isHovered);
    }
  }

  /** Links and selected text keep the menu of the browser. */
  protected openMenu(event: Event): void {
    const isLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (!isLink && !getSelection()?.toString() && this.hasMenu()) {
      event.preventDefault();
      this.element.focus({ preventScroll: true });
      setTimeout(() => this.menu()?.open());
    }
  }

  /** Where a long press is no context menu. */
  protected press(event: PointerEvent): void {
    if (event.pointerType === 'touch') {
      this.pressing = setTimeout(() => this.openMenu(event), LONG_PRESS_MS);
    }
  }

  protected release(): void {
    clearTimeout(this.pressing);
  }
}
