import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';

type Hit = Awaited<ReturnType<ThrottlerStorage['increment']>>;

interface Window {
  hits: number;
  endsAt: number;
}

const MOST_WINDOWS = 100_000;

/**
 * Counts per window of time, in this process. Needs no timers: a window that has ended is begun anew
 * when somebody comes, and all of them are looked through when there are too many.
 */
@Injectable()
export class FixedWindows implements ThrottlerStorage {
  private readonly windows = new Map<string, Window>();

  /** @param ttl length of a window in milliseconds */
  async increment(key: string, ttl: number, limit: number): Promise<Hit> {
    return this.count(key, ttl, limit, 1);
  }

  /** What stands there, without adding to it. */
  peek(key: string, ttl: number, limit: number): Hit {
    return this.count(key, ttl, limit, 0);
  }

  private count(key: string, ttl: number, limit: number, hits: number): Hit {
    const now = performance.now();
    const window = this.windowOf(key, now, ttl);
    window.hits += hits;
    const isBlocked = hits > 0 ? window.hits > limit : window.hits >= limit;
    const seconds = Math.ceil((window.endsAt - now) / 1_000);
    return { totalHits: window.hits, timeToExpire: seconds, isBlocked, timeToBlockExpire: seconds };
  }

  private windowOf(key: string, now: number, ttl: number): Window {
    const known = this.windows.get(key);
    if (known && known.endsAt > now) {
      return known;
    }
    if (this.windows.size >= MOST_WINDOWS) {
      this.forgetEnded(now);
    }
    const fresh = { hits: 0, endsAt: now + ttl };
    this.windows.set(key, fresh);
    return fresh;
  }

  private forgetEnded(now: number): void {
    for (const [key, { endsAt }] of this.windows) {
      if (endsAt <= now) {
        this.windows.delete(key);
      }
    }
  }
}
