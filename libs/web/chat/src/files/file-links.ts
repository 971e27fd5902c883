import { effect, inject, Service, signal, untracked } from '@angular/core';
import type { FileInfo, Message } from '@parley/contracts';
import { Realtime } from '@parley/web-core';
import { isExpired } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { MessagesApi } from '../room/messages-api';

/** Where a message is. */
type Place = Pick<Message, 'roomId' | 'seq'>;

/** What appears together on the screen is asked for together. */
const TOGETHER_MS = 50;

/**
 * The addresses of files are good for hours. A page that was open for longer, or what this device has kept, gets
 * fresh ones by reading the messages anew.
 */
@Service()
export class FileLinks {
  private readonly api = inject(MessagesApi);
  private readonly realtime = inject(Realtime);
  private readonly fresh = signal<ReadonlyMap<string, FileInfo>>(new Map());
  private readonly waiting = new Map<string, Place>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0 && this.waiting.size > 0) {
        untracked(() => this.renewSoon());
      }
    });
  }

  /** With the best addresses there are. A signal read. */
  of(files: readonly FileInfo[]): readonly FileInfo[] {
    const fresh = this.fresh();
    return files.some(({ id, url }) => fresh.has(id) && isExpired(url))
      ? files.map((file) => (isExpired(file.url) ? (fresh.get(file.id) ?? file) : file))
      : files;
  }

  /** Somebody sees this message, and its addresses have expired. */
  renew({ roomId, seq }: Place): void {
    this.waiting.set(`${roomId} ${seq}`, { roomId, seq });
    this.renewSoon();
  }

  private renewSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.renewAll();
    }, TOGETHER_MS);
  }

  /** One page of a room usually has everything of it that is on the screen. */
  private async renewAll(): Promise<void> {
    let place = this.next();
    while (place && this.realtime.state() === 'connected') {
      const { roomId, seq } = place;
      const read = await firstValueFrom(this.api.window(roomId, { around: seq })).catch(() => null);
      if (!read) {
        return; // The next connection begins it anew.
      }
      this.adopt(read.items);
      this.waiting.delete(`${roomId} ${seq}`);
      read.items.forEach((message) => this.waiting.delete(`${roomId} ${message.seq}`));
      place = this.next();
    }
  }

  private next(): Place | undefined {
    return this.waiting.values().next().value;
  }

  private adopt(messages: readonly Message[]): void {
    const files = messages.flatMap((message) => message.files.map((file) => [file.id, file] as const));
    this.fresh.update((fresh) => new Map([...fresh, ...files]));
  }
}
