import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';

/** Milliseconds after which another process, or this one started anew, may answer. */
const RETRY_AFTER = 1_000;

/** What this process still does for others, and whether it takes more of it. */
@Injectable()
export class ServerLifecycle {
  private running = 0;
  private hasEnded = false;
  private whenIdle?: () => void;

  /** From here on the server is not ready and only finishes what it has begun. */
  get isStopping(): boolean {
    return this.hasEnded;
  }

  /**
   * Notes that a request or a command has begun.
   *
   * @returns to be called once when it has been answered
   * @throws DomainError `server.unavailable` when the server is stopping
   */
  begin(): () => void {
    if (this.hasEnded) {
      throw new DomainError('server.unavailable', { retryAfterMs: RETRY_AFTER });
    }
    this.running += 1;
    return () => {
      this.running -= 1;
      if (this.running === 0) {
        this.whenIdle?.();
      }
    };
  }

  /** @param patience milliseconds after which what is still running is given up */
  async finish(patience: number): Promise<void> {
    this.hasEnded = true;
    if (this.running > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        this.whenIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    // What has just been done is not answered yet, only about to be.
    await setImmediate();
  }
}
