import { computed, inject, signal } from '@angular/core';
import type { PostPage } from '@parley/contracts';
import { Notices } from '@parley/web-core';
import { firstValueFrom, type Observable } from 'rxjs';
import { KnownPosts } from '../posts/known-posts';

/** A list of posts, the newest first, page by page. What is new waits until the reader wants it: nothing is shifted. */
export class PostList {
  private readonly known = inject(KnownPosts);
  private readonly notices = inject(Notices);
  private readonly ids = signal<readonly string[] | null>(null);
  private readonly cursor = signal<string | null>(null);
  private readonly fresh = signal<ReadonlySet<string>>(new Set());
  private readonly failure = signal<unknown>(null);
  private readonly reading = new Set<string | null>();

  readonly posts = computed(() => (this.ids() ?? []).flatMap((id) => this.known.get(id) ?? []));
  readonly isLoaded = computed(() => this.ids() !== null);
  /** Where the next page begins; null at the end of the list. */
  readonly nextCursor = this.cursor.asReadonly();
  /** Why the first page is not there. */
  readonly error = this.failure.asReadonly();
  /** How many new posts wait. */
  readonly waiting = computed(() => this.fresh().size);
  /** Where the reader was, in pixels, when they left. */
  scrollTop = 0;

  /** @param read a page, the first one without a cursor */
  constructor(private readonly read: (cursor: string | null) => Observable<PostPage>) {}

  /** The first page; when it is there already, what is newer than it waits. */
  async refresh(): Promise<void> {
    const page = await this.readPage(null);
    if (!page) {
      return;
    }
    const ids = this.ids();
    if (!ids || ids.length === 0) {
      this.adopt(page);
      return;
    }
    const newest = this.posts()[0]?.createdAt ?? '';
    const newer = page.items.filter(({ id, createdAt }) => !ids.includes(id) && createdAt >= newest);
    this.fresh.set(new Set(newer.map(({ id }) => id)));
  }

  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    const page = cursor && (await this.readPage(cursor));
    if (page && this.cursor() === cursor) {
      const ids = this.ids() ?? [];
      this.ids.set([...ids, ...page.items.map(({ id }) => id).filter((id) => !ids.includes(id))]);
      this.cursor.set(page.nextCursor);
    }
  }

  /** Somebody has published something that belongs here. */
  announce(postId: string): void {
    if (!this.ids()?.includes(postId)) {
      this.fresh.update((fresh) => new Set(fresh).add(postId));
    }
  }

  /** The reader wants to see what is new. */
  async showFresh(): Promise<void> {
    const page = await this.readPage(null);
    if (!page) {
      return;
    }
    const ids = this.ids() ?? [];
    const newer = page.items.map(({ id }) => id).filter((id) => !ids.includes(id));
    // A whole page of news: between it and what was read before there is more.
    if (newer.length === page.items.length) {
      this.adopt(page);
    } else {
      this.ids.set([...newer, ...ids]);
      this.fresh.set(new Set());
    }
  }

  /** One's own post, which is there at once. */
  prepend(id: string): void {
    this.ids.update((ids) => [id, ...(ids ?? []).filter((other) => other !== id)]);
    this.fresh.update((fresh) => new Set([...fresh].filter((other) => other !== id)));
  }

  /** It is read anew when somebody comes. */
  clear(): void {
    this.ids.set(null);
    this.cursor.set(null);
    this.fresh.set(new Set());
    this.scrollTop = 0;
  }

  private adopt({ items, nextCursor }: PostPage): void {
    this.ids.set(items.map(({ id }) => id));
    this.cursor.set(nextCursor);
    this.fresh.set(new Set());
  }

  private async readPage(cursor: string | null): Promise<PostPage | null> {
    if (this.reading.has(cursor)) {
      return null;
    }
    this.reading.add(cursor);
    this.failure.set(null);
    try {
      const page = await firstValueFrom(this.read(cursor));
      this.known.remember(page.items);
      return page;
    } catch (error) {
      if (this.isLoaded()) {
        this.notices.showError(error);
      } else {
        this.failure.set(error);
      }
      return null;
    } finally {
      this.reading.delete(cursor);
    }
  }
}
