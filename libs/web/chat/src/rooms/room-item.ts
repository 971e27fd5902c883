import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAlertCircleOutline, mdiBellOffOutline } from '@mdi/js';
import type { Room } from '@parley/contracts';
import { Authors, Session, Typists } from '@parley/web-core';
import { Clock, Icon, Portrait } from '@parley/web-ui';
import { Attachments } from '../attachments/attachments';
import { ChatDates } from '../dates/chat-dates';
import { Drafts } from '../outbox/drafts';
import { Outbox } from '../outbox/outbox';
import { TypingText } from '../typing/typing-text';
import { Excerpts } from '../text/excerpts';
import { SystemTexts } from '../system/system-texts';
import { excerptOf, pictureOf, titleOf } from './room-naming';
import { isCalling, isQuiet, isUnread } from './room-sections';

/** One room of the list: who or what it is, what was said last, and whether that was seen. */
@Component({
  selector: 'parley-room-item',
  imports: [Portrait, Icon, RouterLink, RouterLinkActive, TranslocoDirective, TypingText],
  templateUrl: './room-item.html',
  styleUrl: './room-item.css',
})
export class RoomItem {
  private readonly attachments = inject(Attachments);
  private readonly authors = inject(Authors);
  private readonly clock = inject(Clock);
  private readonly excerpts = inject(Excerpts);
  private readonly drafts = inject(Drafts);
  private readonly outbox = inject(Outbox);
  private readonly typists = inject(Typists);
  private readonly systemTexts = inject(SystemTexts);
  private readonly ownId = inject(Session).me()?.id;
  protected readonly dates = inject(ChatDates);

  readonly room = input.required<Room>();

  protected readonly mutedIcon = mdiBellOffOutline;
  protected readonly failedIcon = mdiAlertCircleOutline;
  protected readonly title = computed(() => titleOf(this.room()));
  protected readonly picture = computed(() => pictureOf(this.room()));
  protected readonly isQuiet = computed(() => isQuiet(this.room(), this.clock.now()));
  /** What is new in it can wait. */
  protected readonly isCalm = computed(() => !isCalling(this.room(), this.clock.now()));
  protected readonly draft = computed(() => {
    const { id } = this.room();
    return excerptOf(this.drafts.of(id)?.text ?? '') || this.excerpts.ofFiles(this.attachments.inBox(id));
  });
  protected readonly isSomebodyTyping = computed(() => this.typists.in(this.room().id).length > 0);
  protected readonly hasFailed = computed(() =>
    this.outbox.entries().some(({ roomId, problem }) => roomId === this.room().id && problem),
  );
  protected readonly excerpt = computed(() => {
    const { lastMessage } = this.room();
    return lastMessage?.kind === 'system'
      ? this.systemTexts.of([lastMessage])
      : lastMessage && this.excerpts.of(lastMessage);
  });
  /** Undefined where the name of the room says it. */
  protected readonly sender = computed(() => {
    const { lastMessage, kind } = this.room();
    if (!lastMessage || lastMessage.kind === 'system') {
      return undefined;
    }
    if (lastMessage.authorId === this.ownId) {
      return 'me';
    }
    return kind === 'direct' ? undefined : this.authors.get(lastMessage.authorId)?.displayName;
  });
  protected readonly isUnread = computed(() => isUnread(this.room()));
  protected readonly unread = computed(() => {
    const count = this.room().me?.unread ?? 0;
    return count > 99 ? '99+' : String(count);
  });
}
