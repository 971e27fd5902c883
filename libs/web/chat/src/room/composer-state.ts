import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Message } from '@parley/contracts';
import { codePoints, limits } from '@parley/contracts/constants';
import { ErrorTexts, Realtime } from '@parley/web-core';
import { filter, firstValueFrom } from 'rxjs';
import { Attachments, isAcceptable } from '../attachments/attachments';
import { Drafts } from '../outbox/drafts';
import { Edits, isRefused } from '../outbox/edits';
import { Outbox } from '../outbox/outbox';
import { Conversation } from './conversation';
import { MessagesApi } from './messages-api';

/** The counter appears when so many characters are left. */
const COUNTED = 500;

/** What is being written in a room: a message, an answer, or another version of a message. */
@Service({ autoProvided: false })
export class ComposerState {
  private readonly api = inject(MessagesApi);
  private readonly attachments = inject(Attachments);
  private readonly conversation = inject(Conversation);
  private readonly drafts = inject(Drafts);
  private readonly edits = inject(Edits);
  private readonly errors = inject(ErrorTexts);
  private readonly realtime = inject(Realtime);
  private readonly outbox = inject(Outbox);
  private readonly roomId = this.conversation.roomId;
  private readonly written = signal('');
  /** What was being written before an edit began. */
  private aside = '';

  readonly text = this.written.asReadonly();
  readonly replyTo = signal<Message | null>(null);
  readonly editing = signal<Message | null>(null);
  readonly isSaving = signal(false);
  readonly error = signal('');
  /** How many characters are left, as the server counts them; null while there are plenty. */
  readonly left = computed(() => {
    const { body } = limits.message;
    return this.written().length > body - COUNTED ? body - codePoints(this.written().trim()) : null;
  });
  /** What goes with the message; an edit has none of its own. */
  readonly files = computed(() => (this.editing() ? [] : this.attachments.inBox(this.roomId)));
  /** A file that cannot be sent is taken away or tried again first, so that nobody thinks it went along. */
  private readonly areFilesFine = computed(() =>
    this.files().every((file) => isAcceptable(file) && !file.problem),
  );
  private readonly isSayingSomething = computed(
    () => this.written().trim() !== '' || this.files().length > 0 || this.isOfFiles(),
  );
  readonly isReady = computed(
    () => this.isSayingSomething() && this.areFilesFine() && (this.left() ?? 0) >= 0 && !this.isSaving(),
  );

  constructor() {
    this.edits.saved
      .pipe(
        filter(({ roomId }) => roomId === this.roomId),
        takeUntilDestroyed(),
      )
      .subscribe((message) => this.conversation.hear([message]));
    void this.restore();
    effect(() => {
      const text = this.written();
      const replyTo = this.replyTo();
      if (!this.editing()) {
        untracked(() => this.keep(text, replyTo));
      }
    });
  }

  type(text: string): void {
    this.written.set(text);
    this.error.set('');
  }

  reply(message: Message): void {
    this.cancelEdit();
    this.replyTo.set(message);
  }

  edit(message: Message): void {
    this.cancelEdit();
    this.aside = this.written();
    this.editing.set(message);
    this.written.set(this.edits.of(message.id)?.body ?? message.body);
  }

  /** Leaves the edit, or else the answer. @returns whether there was one to leave */
  cancel(): boolean {
    if (this.editing()) {
      this.cancelEdit();
      return true;
    }
    const hadReply = this.replyTo() !== null;
    this.replyTo.set(null);
    return hadReply;
  }

  /** @returns whether a new message is on its way */
  submit(): boolean {
    if (!this.isReady()) {
      return false;
    }
    const editing = this.editing();
    if (editing) {
      void this.save(editing, this.written().trim());
      return false;
    }
    const hasFiles = this.files().length > 0;
    void this.outbox[hasFiles ? 'sendWithFiles' : 'send'](
      this.roomId,
      this.written().trim(),
      this.replyTo()?.id,
    );
    this.written.set('');
    this.replyTo.set(null);
    return true;
  }

  /** The text beside files may be taken away altogether. */
  private isOfFiles(): boolean {
    return (this.editing()?.files.length ?? 0) > 0;
  }

  private cancelEdit(): void {
    if (this.editing()) {
      this.editing.set(null);
      this.error.set('');
      this.written.set(this.aside);
      this.aside = '';
    }
  }

  /** The text stays in the box until the server has it, or this device where the server cannot be asked. */
  private async save(message: Message, body: string): Promise<void> {
    if (body === (this.edits.of(message.id)?.body ?? message.body)) {
      this.cancelEdit();
      return;
    }
    this.isSaving.set(true);
    try {
      await this.store(message, body);
      this.cancelEdit();
    } catch (error) {
      this.error.set(this.errors.of(error));
    } finally {
      this.isSaving.set(false);
    }
  }

  private async store(message: Message, body: string): Promise<void> {
    // What waits already is replaced there, so that the two cannot overtake each other.
    if (this.realtime.state() !== 'connected' || this.edits.of(message.id)) {
      await this.edits.keep(message, body);
      return;
    }
    try {
      this.conversation.hear([await firstValueFrom(this.api.edit(message.id, body))]);
    } catch (error) {
      if (isRefused(error)) {
        throw error;
      }
      await this.edits.keep(message, body);
    }
  }

  private keep(text: string, replyTo: Message | null): void {
    const known = this.drafts.of(this.roomId);
    if (text !== (known?.text ?? '') || replyTo?.id !== known?.replyToId) {
      this.drafts.keep({ roomId: this.roomId, text, ...(replyTo && { replyToId: replyTo.id }) });
    }
  }

  private async restore(): Promise<void> {
    const before = untracked(() => this.drafts.of(this.roomId));
    if (!before) {
      await this.drafts.ready;
    }
    const draft = before ?? untracked(() => this.drafts.of(this.roomId));
    if (draft && untracked(this.written) === '') {
      const quoted = untracked(this.conversation.messages).find(({ id }) => id === draft.replyToId);
      this.replyTo.set(quoted ?? null);
      this.written.set(draft.text);
    }
  }
}
