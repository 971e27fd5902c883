import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { FileKind, Message, RoomFile } from '@parley/contracts';
import { fileKindOf } from '@parley/contracts/constants';
import { Authors, Realtime } from '@parley/web-core';
import { filter, firstValueFrom } from 'rxjs';
import { Conversation } from '../room/conversation';
import { RoomFilesApi } from './room-files-api';

export type FilesCondition = 'loading' | 'ready' | 'error';

/** The files of the room on screen, one kind at a time, the newest first; kept right while it is looked at. */
@Service({ autoProvided: false })
export class RoomFiles {
  private readonly api = inject(RoomFilesApi);
  private readonly authors = inject(Authors);
  private readonly realtime = inject(Realtime);
  private readonly roomId = inject(Conversation).roomId;
  private readonly cursor = signal<string | null>(null);
  private readonly loaded = signal<readonly RoomFile[]>([]);
  private readonly state = signal<FilesCondition>('loading');
  /** Answers to an earlier question come too late. */
  private question = 0;

  readonly kind = signal<FileKind>('image');
  readonly items = this.loaded.asReadonly();
  readonly condition = this.state.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  constructor() {
    effect(() => {
      this.kind();
      if (this.realtime.connections() > 0) {
        untracked(() => this.reload());
      }
    });
    this.realtime
      .events('message:changed')
      .pipe(
        filter(({ roomId }) => roomId === this.roomId),
        takeUntilDestroyed(),
      )
      .subscribe(({ messages }) => messages.forEach((message) => this.hear(message)));
  }

  reload(): void {
    this.loaded.set([]);
    this.cursor.set(null);
    void this.load();
  }

  async load(): Promise<void> {
    const question = (this.question += 1);
    this.state.set('loading');
    try {
      const page = await firstValueFrom(
        this.api.page(this.roomId, untracked(this.kind), untracked(this.cursor)),
      );
      if (question === this.question) {
        this.authors.remember(page.users);
        this.loaded.update((items) => [...items, ...page.items]);
        this.cursor.set(page.nextCursor);
        this.state.set('ready');
      }
    } catch {
      if (question === this.question) {
        this.state.set('error');
      }
    }
  }

  /** What was deleted goes, what is new comes first. */
  private hear({ id, seq, authorId, createdAt, deletedAt, files }: Message): void {
    const items = this.loaded();
    if (deletedAt) {
      this.loaded.set(items.filter(({ messageId }) => messageId !== id));
    } else if (seq > (items[0]?.seq ?? 0)) {
      const news = files
        .filter(({ mime }) => fileKindOf(mime) === this.kind())
        .map((file) => ({ file, messageId: id, seq, authorId, createdAt }));
      this.loaded.set([...news, ...items]);
    }
  }
}
