import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { limits } from '@parley/contracts/constants';
import { Realtime, type StoredAttachment, TabLock } from '@parley/web-core';
import { Subject } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { isRefused } from '../outbox/edits';
import { AttachmentStorage } from './attachment-storage';
import { type Measures, measured } from './measured';
import { UploadQueue } from './upload-queue';

const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/** How a file fares at the moment. */
export interface Passage {
  /** From 0 to 1; null while it does not move. */
  readonly progress: number | null;
  /** What goes wrong; it is tried again by itself all the same. */
  readonly trouble: unknown;
}

const AT_REST: Passage = { progress: null, trouble: null };

/**
 * Files on their way to the server, from the moment they are chosen: on the disk first, uploaded while the message is
 * being written, kept until the message has arrived. They survive a reload and a break of the network.
 */
@Service()
export class Attachments {
  private readonly lock = inject(TabLock);
  private readonly queue = inject(UploadQueue);
  private readonly realtime = inject(Realtime);
  private readonly storage = inject(AttachmentStorage);

  private readonly all = signal<ReadonlyMap<string, StoredAttachment>>(new Map());
  private readonly passages = signal<ReadonlyMap<string, Passage>>(new Map());
  private readonly unsaved = signal<ReadonlySet<string>>(new Set());
  private readonly running = new Map<string, AbortController>();
  private readonly failures = new Map<string, number>();
  private readonly arrived = new Subject<string>();
  private lastTime = 0;

  /** The rooms of files that have arrived, one by one. */
  readonly uploaded = this.arrived.asObservable();
  /** What was left from the last visit is there. */
  readonly ready: Promise<void> = this.restore();

  private readonly inOrder = computed(() =>
    [...this.all().values()].sort((a, b) => a.createdAt - b.createdAt),
  );

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => this.uploadAll());
      }
    });
  }

  /** Of what is being written in a room. A signal read. */
  inBox(roomId: string): readonly StoredAttachment[] {
    return this.inOrder().filter((file) => file.roomId === roomId && file.messageId === '');
  }

  /** Of a message in the outbox. A signal read. */
  of(messageId: string): readonly StoredAttachment[] {
    return this.inOrder().filter((file) => file.messageId === messageId);
  }

  /** A signal read. */
  passageOf(id: string): Passage {
    return this.passages().get(id) ?? AT_REST;
  }

  /** There is no room for it on this device: it goes with the page. A signal read. */
  isFleeting(id: string): boolean {
    return this.unsaved().has(id);
  }

  /**
   * @param known what is known of them already
   * @returns how many were too many for one message
   */
  async add(roomId: string, files: readonly File[], known: Measures = {}): Promise<number> {
    const free = limits.message.files - untracked(() => this.inBox(roomId)).length;
    const taken = files.slice(0, Math.max(0, free));
    const made = taken.map((file) => ({ ...this.attachmentOf(roomId, file), ...known }));
    this.all.update((all) => new Map([...all, ...made.map((file) => [file.id, file] as const)]));
    await Promise.all(made.map((file) => this.begin(file)));
    return files.length - taken.length;
  }

  async remove(id: string): Promise<void> {
    await this.drop([id]);
  }

  retry(id: string): void {
    this.failures.delete(id);
    void this.change(id, { problem: undefined });
    void this.upload(id);
  }

  /** What is in the box of a room belongs to this message from now on. */
  async hand(roomId: string, messageId: string): Promise<void> {
    const boxed = untracked(() => this.inBox(roomId));
    await Promise.all(boxed.map(({ id }) => this.change(id, { messageId })));
  }

  /** As the server names them; null as long as one has not arrived. */
  async fileIds(messageId: string): Promise<string[] | null> {
    await this.ready;
    if (untracked(() => this.of(messageId)).length === 0) {
      // Written in another tab, which may be closed by now.
      this.adopt(await this.storage.of(messageId));
      this.uploadAll();
    }
    const ids = untracked(() => this.of(messageId)).map(({ file }) => file?.id);
    return ids.length > 0 && ids.every((id) => id !== undefined) ? ids : null;
  }

  /** Those of a message that were refused, or have not arrived. */
  retryAll(messageId: string): void {
    for (const { id } of untracked(() => this.of(messageId))) {
      this.retry(id);
    }
  }

  /** They are uploaded anew with the next attempt to send the message. */
  async forgetUploads(messageId: string): Promise<void> {
    for (const { id } of untracked(() => this.of(messageId))) {
      await this.change(id, { file: undefined, uploadUrl: undefined });
    }
  }

  /** The message has arrived, or was taken back. */
  async release(messageId: string): Promise<void> {
    await this.drop(untracked(() => this.of(messageId)).map(({ id }) => id));
  }

  private attachmentOf(roomId: string, file: File): StoredAttachment {
    this.lastTime = Math.max(Date.now(), this.lastTime + 1);
    const { name, type, size } = file;
    return {
      id: uuidv7(),
      roomId,
      messageId: '',
      createdAt: this.lastTime,
      name,
      mime: type,
      size,
      bytes: file,
    };
  }

  private async begin(attachment: StoredAttachment): Promise<void> {
    const { id } = attachment;
    if (!isAcceptable(attachment)) {
      return;
    }
    const others = [...untracked(this.all).values()].filter((other) => other.id !== id);
    if (!(await this.storage.keep(attachment, others))) {
      this.unsaved.update((ids) => new Set(ids).add(id));
    }
    // The server is told how long a recording is.
    await this.change(id, { ...(await measured(attachment.bytes)), ...withDuration(attachment) });
    void this.upload(id);
  }

  private async restore(): Promise<void> {
    this.adopt(await this.storage.all());
    this.uploadAll();
  }

  private adopt(saved: readonly StoredAttachment[]): void {
    this.all.update((all) => new Map([...saved.map((file) => [file.id, file] as const), ...all]));
  }

  private uploadAll(): void {
    for (const id of untracked(this.all).keys()) {
      void this.upload(id);
    }
  }

  /** By one tab at a time, as it is on the disk then: another one may have uploaded it meanwhile. */
  private async upload(id: string): Promise<void> {
    const known = untracked(this.all).get(id);
    if (!known || known.file || known.problem || !isAcceptable(known) || this.running.has(id)) {
      return;
    }
    if (untracked(this.realtime.state) !== 'connected') {
      return;
    }
    const running = new AbortController();
    this.running.set(id, running);
    try {
      await this.lock.run(`parley.upload.${id}`, () => this.send(id, known, running.signal));
    } catch (error) {
      this.fail(id, error);
    } finally {
      this.running.delete(id);
    }
  }

  private async send(id: string, known: StoredAttachment, signal: AbortSignal): Promise<void> {
    const current = (await this.storage.get(id)) ?? known;
    const file =
      current.file ??
      (await this.queue.send(current, {
        signal,
        progressed: (progress) => this.show(id, { progress, trouble: null }),
        begun: (uploadUrl) => void this.change(id, { uploadUrl }),
      }));
    this.failures.delete(id);
    // On the disk before the message is: sent again, it must name the same files.
    await this.change(id, { file, uploadUrl: undefined });
    this.show(id, AT_REST);
    this.arrived.next(current.roomId);
  }

  private fail(id: string, error: unknown): void {
    if (!untracked(this.all).has(id)) {
      return;
    }
    if (isRefused(error)) {
      this.show(id, AT_REST);
      void this.change(id, { problem: error.problem });
      return;
    }
    const failures = (this.failures.get(id) ?? 0) + 1;
    this.failures.set(id, failures);
    // A break in the network is told once for the whole page, and most others pass unnoticed.
    const isWorthTelling = failures > 1 && untracked(this.realtime.state) === 'connected';
    this.show(id, { progress: null, trouble: isWorthTelling ? error : null });
    // Without a connection, the next one begins it anew.
    setTimeout(() => void this.upload(id), Math.min(RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS));
  }

  private async drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.all.update((all) => without(all, id));
      this.passages.update((all) => without(all, id));
      this.running.get(id)?.abort();
      this.failures.delete(id);
    }
    await this.storage.delete(ids);
  }

  private show(id: string, passage: Passage): void {
    this.passages.update((all) => new Map(all).set(id, passage));
  }

  private async change(id: string, news: Partial<StoredAttachment>): Promise<void> {
    const known = untracked(this.all).get(id);
    if (known) {
      this.all.update((all) => new Map(all).set(id, { ...known, ...news }));
      await this.storage.change(id, news);
    }
  }
}

/** What the server would refuse is not even sent to it. */
export function isAcceptable({ size }: StoredAttachment): boolean {
  return size > 0 && size <= limits.file.bytes;
}

/** Whoever recorded it knows better than the file. */
function withDuration({ durationMs }: StoredAttachment): Measures {
  return durationMs === undefined ? {} : { durationMs };
}

function without<T>(all: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  return new Map([...all].filter(([other]) => other !== id));
}
