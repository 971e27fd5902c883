import { Injectable } from '@nestjs/common';
import { type Actor, AppConfig, DomainError, FixedWindows } from '@parley/api-core';

/** Searches of one person: some for each letter that they type. */
const SEARCHES = { limit: 100, ttl: 10_000 };
/** Searches that are worked on at the same time: the other connections to the database are for everything else. */
const AT_ONCE = 4;
const MOST_WAITING = 100;
/** Milliseconds. */
const RETRY_AFTER = 1_000;

/** Keeps searches from taking what sending a message needs. */
@Injectable()
export class SearchLimits {
  private readonly windows = new FixedWindows();
  private readonly isOff: boolean;
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor({ RATE_LIMITS }: AppConfig) {
    this.isOff = RATE_LIMITS === 'off';
  }

  /** @throws DomainError `request.rate-limited`, `server.unavailable` */
  async run<T>({ userId }: Actor, work: () => Promise<T>): Promise<T> {
    await this.count(userId);
    await this.takePlace();
    try {
      return await work();
    } finally {
      this.givePlace();
    }
  }

  private async count(userId: string): Promise<void> {
    const { isBlocked, timeToBlockExpire } = await this.windows.increment(
      userId,
      SEARCHES.ttl,
      SEARCHES.limit,
    );
    if (isBlocked && !this.isOff) {
      throw new DomainError('request.rate-limited', { retryAfterMs: timeToBlockExpire * 1_000 });
    }
  }

  private async takePlace(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= MOST_WAITING) {
      throw new DomainError('server.unavailable', { retryAfterMs: RETRY_AFTER });
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whoever waits takes over the place of the one who is done. */
  private givePlace(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.running -= 1;
    }
  }
}
