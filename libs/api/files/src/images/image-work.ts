import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';

/** Pictures that may wait: whoever comes later is asked to come back. */
const MOST_WAITING = 50;

/**
 * Pictures are decoded one at a time. It happens outside of the event loop, but it needs memory, and threads that
 * checking passwords needs as well.
 */
@Injectable()
export class ImageWork {
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @throws DomainError `server.unavailable` when too many wait */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING) {
      throw new DomainError('server.unavailable', { retryAfterMs: 5_000 });
    }
    this.waiting += 1;
    const done = this.turn.then(work).finally(() => (this.waiting -= 1));
    this.turn = done.catch(() => undefined);
    return done;
  }
}
