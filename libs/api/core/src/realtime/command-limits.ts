import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';

/** Milliseconds of one window. */
export const COMMAND_WINDOW = 10_000;
/** Commands of one person in a window, over all their sockets: sixty a second, which nobody types. */
export const COMMANDS_PER_WINDOW = 600;
/** Whoever sends so many times more than that in one window does not listen to refusals. */
const HOSTILE = 5;
const MOST_PEOPLE = 100_000;

/** What somebody has used up of the current window. */
export interface Allowance {
  used: number;
  endsAt: number;
}

/** Counts commands. A counter belongs to its socket once found, so that a command costs no look-up. */
@Injectable()
export class CommandLimits {
  private readonly isOff: boolean;
  private readonly allowances = new Map<string, Allowance>();

  constructor({ RATE_LIMITS }: AppConfig) {
    this.isOff = RATE_LIMITS === 'off';
  }

  /** The one counter of a person, for all of their sockets. */
  of(userId: string): Allowance {
    const known = this.allowances.get(userId);
    if (known) {
      return known;
    }
    if (this.allowances.size >= MOST_PEOPLE) {
      this.allowances.clear();
    }
    const fresh = { used: 0, endsAt: 0 };
    this.allowances.set(userId, fresh);
    return fresh;
  }

  /** @throws DomainError `request.rate-limited` */
  take(allowance: Allowance): void {
    if (this.isOff) {
      return;
    }
    const now = performance.now();
    if (now >= allowance.endsAt) {
      allowance.used = 0;
      allowance.endsAt = now + COMMAND_WINDOW;
    }
    allowance.used += 1;
    if (allowance.used > COMMANDS_PER_WINDOW) {
      throw new DomainError('request.rate-limited', { retryAfterMs: Math.ceil(allowance.endsAt - now) });
    }
  }

  isHostile({ used }: Allowance): boolean {
    return used > COMMANDS_PER_WINDOW * HOSTILE;
  }
}
