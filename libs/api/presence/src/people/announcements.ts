import type { Presence } from '@parley/contracts';

/** Milliseconds for which a change must hold before it is worth telling. */
const STABLE_AFTER = 1_000;
/** Who loses the connection for a moment has not gone. */
const GONE_AFTER = 5_000;

/** What watchers were told of people, and what they will be told if it lasts. Times are given, in milliseconds. */
export class Announcements {
  private readonly told = new Map<string, Presence>();
  private readonly pending = new Map<string, { presence: Presence; dueAt: number }>();

  get isAnythingPending(): boolean {
    return this.pending.size > 0;
  }

  /** What is told to somebody who begins to watch; what changes later is told to all at once. */
  begin(presence: Presence): Presence {
    const known = this.told.get(presence.userId);
    if (!known) {
      this.told.set(presence.userId, presence);
    }
    return known ?? presence;
  }

  note(presence: Presence, now: number): void {
    const { userId, status } = presence;
    const known = this.told.get(userId);
    if (!known) {
      return;
    }
    if (known.status === status) {
      this.pending.delete(userId);
    } else if (this.pending.get(userId)?.presence.status !== status) {
      const dueAt = now + (status === 'offline' ? GONE_AFTER : STABLE_AFTER);
      this.pending.set(userId, { presence, dueAt });
    }
  }

  /** What has lasted long enough. From now on it counts as told. */
  takeDue(now: number): Presence[] {
    const due = [...this.pending.values()]
      .filter(({ dueAt }) => dueAt <= now)
      .map(({ presence }) => presence);
    for (const presence of due) {
      this.pending.delete(presence.userId);
      this.told.set(presence.userId, presence);
    }
    return due;
  }

  forget(userId: string): void {
    this.told.delete(userId);
    this.pending.delete(userId);
  }
}
