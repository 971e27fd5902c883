import { Injectable } from '@nestjs/common';

/** Which sockets of this server want to hear of whom. */
@Injectable()
export class WatchLists {
  private readonly lists = new Map<string, ReadonlySet<string>>();
  private readonly watchers = new Map<string, Set<string>>();

  /** Everybody whom somebody here watches. */
  get watched(): string[] {
    return [...this.watchers.keys()];
  }

  isWatched(userId: string): boolean {
    return this.watchers.has(userId);
  }

  watchersOf(userId: string): Iterable<string> {
    return this.watchers.get(userId) ?? [];
  }

  /** In the place of the list before. @returns whom nobody watches any more */
  replace(socketId: string, userIds: readonly string[]): string[] {
    const before = this.lists.get(socketId) ?? new Set();
    const after = new Set(userIds);
    for (const userId of after) {
      const watchers = this.watchers.get(userId) ?? new Set();
      this.watchers.set(userId, watchers.add(socketId));
    }
    if (after.size > 0) {
      this.lists.set(socketId, after);
    } else {
      this.lists.delete(socketId);
    }
    return [...before].filter((userId) => !after.has(userId) && this.release(userId, socketId));
  }

  /** @returns whether this socket watched this person until now */
  drop(socketId: string, userId: string): boolean {
    const list = this.lists.get(socketId);
    if (!list?.has(userId)) {
      return false;
    }
    this.lists.set(socketId, new Set([...list].filter((watched) => watched !== userId)));
    this.release(userId, socketId);
    return true;
  }

  private release(userId: string, socketId: string): boolean {
    const watchers = this.watchers.get(userId);
    watchers?.delete(socketId);
    return watchers?.size === 0 && this.watchers.delete(userId);
  }
}
