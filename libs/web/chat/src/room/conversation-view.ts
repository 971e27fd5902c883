import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressSpinner } from '@angular/material/progress-spinner';
import { NavigationEnd, Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiArrowDown, mdiArrowULeftBottom, mdiMessageQuestionOutline, mdiTrayArrowDown } from '@mdi/js';
import type { Message } from '@parley/contracts';
import { Realtime } from '@parley/web-core';
import { EmptyState, Icon } from '@parley/web-ui';
import { filter } from 'rxjs';
import { Attachments } from '../attachments/attachments';
import { Attaching } from '../attachments/attaching';
import { FileDrop } from '../attachments/file-drop';
import { ChatDates } from '../dates/chat-dates';
import { LogRowTemplate } from '../log/log-row-template';
import type { LogAnchor } from '../log/log-anchor';
import { type LogPosition, VirtualLog } from '../log/virtual-log';
import { Receipts } from '../receipts/receipts';
import { isUnread } from '../rooms/room-sections';
import { Pins } from '../pins/pins';
import { Reactions } from '../reactions/reactions';
import { collapsedRows } from '../system/collapsed-rows';
import { TypingLine } from '../typing/typing-line';
import { Announcer } from './announcer';
import { ComposerHeight } from './composer-height';
import { ComposerState } from './composer-state';
import { Conversation } from './conversation';
import { ConversationWaiting } from './conversation-waiting';
import { firstUnread } from './first-unread';
import { DateJumps } from './date-jumps';
import { Jumps } from './jumps';
import { MessageComposer } from './message-composer';
import { MessageHandling } from './message-handling';
import { MessageItem } from './message-item';
import { PendingItem } from './pending-item';
import { ReadMarker } from './read-marker';
import { RoomBeginning } from './room-beginning';
import { RoomDetails } from './room-details';
import { RoomDoor } from './room-door';
import { RoomHeader } from './room-header';
import { RoomRights } from './room-rights';
import { type MessageRow, messageRows, pendingRows, type TimelineRow } from './timeline';

/** The first unread message is shown so far below the top edge, so that a bit of what was read before is seen. */
const UNREAD_TOP = 96;

/** A room on screen: what was said, and the box to answer. */
@Component({
  selector: 'parley-conversation-view',
  imports: [
    ComposerHeight,
    ConversationWaiting,
    EmptyState,
    FileDrop,
    Icon,
    LogRowTemplate,
    MatButton,
    MatProgressSpinner,
    MessageComposer,
    MessageItem,
    PendingItem,
    RoomBeginning,
    RoomDetails,
    RoomDoor,
    RoomHeader,
    TranslocoDirective,
    TypingLine,
    VirtualLog,
  ],
  providers: [
    Announcer,
    Attaching,
    ComposerState,
    DateJumps,
    Jumps,
    MessageHandling,
    Pins,
    Reactions,
    ReadMarker,
    Receipts,
    RoomRights,
  ],
  templateUrl: './conversation-view.html',
  styleUrl: './conversation-view.css',
})
export class ConversationView {
  private readonly attachments = inject(Attachments);
  private readonly composer = inject(ComposerState);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly marker = inject(ReadMarker);
  private readonly realtime = inject(Realtime);
  private readonly router = inject(Router);
  /** Counts also when the address stays the same: then its message is shown again. */
  private readonly arrivals = toSignal(
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)),
  );
  private readonly box = viewChild(MessageComposer);
  private readonly header = viewChild(RoomHeader);
  private readonly log = viewChild<VirtualLog<TimelineRow>>(VirtualLog);
  protected readonly announcer = inject(Announcer);
  protected readonly attaching = inject(Attaching);
  protected readonly conversation = inject(Conversation);
  protected readonly dateJumps = inject(DateJumps);
  protected readonly dates = inject(ChatDates);
  protected readonly handling = inject(MessageHandling);
  protected readonly jumps = inject(Jumps);
  protected readonly rights = inject(RoomRights);

  /** The message that the address points at. */
  readonly seq = input<number | null>(null);

  protected readonly icons = {
    back: mdiArrowULeftBottom,
    drop: mdiTrayArrowDown,
    absent: mdiMessageQuestionOutline,
    latest: mdiArrowDown,
  };
  protected readonly room = this.rights.room;
  protected readonly areDetailsOpen = signal(false);
  protected readonly isAtEnd = signal(true);
  private readonly focused = signal('');

  private readonly said = linkedSignal<readonly Message[], readonly MessageRow[]>({
    source: this.conversation.messages,
    computation: (messages, previous) => messageRows(messages, previous?.value),
  });
  private readonly pending = computed(() => {
    const messages = this.conversation.messages();
    const stored = new Set(messages.slice(-100).map(({ id }) => id));
    const waiting = this.conversation.unsent().filter(({ id }) => !stored.has(id));
    return this.conversation.hasAfter()
      ? []
      : pendingRows(waiting, this.rights.ownId, messages.at(-1), (id) => this.attachments.of(id));
  });
  protected readonly rows = computed<readonly TimelineRow[]>(() => [
    this.conversation.hasBefore() || !this.conversation.isLive()
      ? { kind: 'loading', key: 'loading', estimate: 48 }
      : { kind: 'beginning', key: 'beginning', estimate: 160 },
    ...collapsedRows(this.said()),
    ...this.pending(),
  ]);
  /** What this device has of the room is shown until the server has answered, unless there is news in it. */
  protected readonly hasMessages = computed(() => {
    if (this.conversation.isLive()) {
      return true;
    }
    const room = this.room();
    const isNewsless = !(room && isUnread(room)) || this.realtime.state() !== 'connected';
    return isNewsless && this.seq() === null && this.conversation.messages().length > 0;
  });
  /** The first message under the line "New messages". */
  protected readonly lineKey = computed(() => {
    const after = this.conversation.lineAfter();
    const manner = { ownId: this.rights.ownId, isByHand: this.conversation.isLineByHand() };
    return after === null ? '' : (firstUnread(this.conversation.messages(), after, manner)?.id ?? '');
  });
  protected readonly start = computed<LogAnchor>(() => {
    if (this.conversation.position) {
      return this.conversation.position;
    }
    return this.lineKey() ? { key: this.lineKey(), top: UNREAD_TOP } : 'end';
  });

  constructor() {
    const room = untracked(this.room);
    if (room?.me && room.me.unreadFrom !== null && untracked(this.conversation.isLive)) {
      // Of a room that was open before, the line is where it was then.
      this.conversation.position = null;
      this.conversation.drawLine(room);
    }
    effect(() => {
      const seq = this.seq();
      this.arrivals();
      if (this.conversation.isLive()) {
        untracked(() => void this.jumps.toAddress(seq));
      }
    });
    effect(() => {
      // Cached messages were shown from their end; what is new is further up.
      if (this.conversation.isLive() && untracked(() => this.seq() === null && this.lineKey())) {
        untracked(() => this.afterRender(() => this.showStart()));
      }
    });
    effect(() => {
      const lastSeq = this.conversation.lastSeq();
      untracked(() => this.noticeNews(lastSeq));
    });
    this.jumps.arrivals
      .pipe(takeUntilDestroyed())
      .subscribe((key) => this.afterRender(() => this.log()?.scrollTo(key, 'center')));
    if (matchMedia('(hover: hover)').matches) {
      afterNextRender(() => this.box()?.focus());
    }
  }

  protected moved({ last, isAtEnd, anchor }: LogPosition): void {
    this.conversation.position = isAtEnd ? null : anchor;
    this.isAtEnd.set(isAtEnd);
    const row = this.rows()[last];
    const newest =
      row?.kind === 'message' ? (row.more?.at(-1) ?? row.message) : this.conversation.messages().at(-1);
    if (this.conversation.isLive() && newest && row?.kind !== 'loading') {
      this.marker.see(newest.seq);
    }
  }

  protected async jumpToLatest(): Promise<void> {
    this.jumps.forgetOrigin();
    this.leaveAddress();
    await this.conversation.loadNewest();
    this.afterRender(() => this.log()?.scrollToEnd());
  }

  protected closeDetails(): void {
    this.areDetailsOpen.set(false);
    this.header()?.focusDetails();
  }

  protected sent(): void {
    this.conversation.lineAfter.set(null);
    this.marker.release();
    void this.jumpToLatest();
  }

  protected editLast(): void {
    const own = this.conversation.messages().findLast((message) => this.rights.mayEdit(message));
    if (own) {
      this.composer.edit(own);
      this.log()?.reveal(own.id);
    }
  }

  /** Up and down go from message to message. */
  protected move(event: Event, step: 1 | -1): void {
    const rows = this.rows().filter(({ kind }) => kind === 'message' || kind === 'pending');
    const current = rows.findIndex(({ key }) => key === this.focused());
    const next = current < 0 ? rows.at(-1) : rows[current + step];
    if (next && event.target instanceof HTMLElement && !event.target.closest('input, textarea, button, a')) {
      event.preventDefault();
      this.focused.set(next.key);
      this.log()?.reveal(next.key);
      this.afterRender(() =>
        this.element.querySelector<HTMLElement>(`[data-key="${next.key}"] [role=article]`)?.focus(),
      );
    }
  }

  /** Whoever goes on from the message of the address comes back to where they are, not to it. */
  private leaveAddress(): void {
    if (this.seq() !== null) {
      void this.router.navigate(['/chats', this.conversation.roomId], { replaceUrl: true });
    }
  }

  private showStart(): void {
    const start = this.start();
    if (start !== 'end' && this.conversation.position === null) {
      this.log()?.scrollTo(start.key, 'start', UNREAD_TOP);
    }
  }

  /** The line comes where somebody stopped looking. */
  private noticeNews(lastSeq: number): void {
    const { isLineByHand, lineAfter } = this.conversation;
    const read = this.room()?.me?.lastReadSeq;
    const isLooking = this.marker.isWatched && this.isAtEnd();
    if (
      this.conversation.isLive() &&
      lineAfter() === null &&
      read !== undefined &&
      !isLooking &&
      lastSeq > read
    ) {
      lineAfter.set(read);
      isLineByHand.set(false);
    }
  }

  private afterRender(work: () => void): void {
    afterNextRender({ write: work }, { injector: this.injector });
  }
}
