import { Injectable } from '@nestjs/common';
import type { PresenceMove } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { Presence, PresenceChoice } from '@parley/contracts';
import { LastSeen } from './last-seen.js';
import { PeopleElsewhere } from './people-elsewhere.js';
import { PeopleHere } from './people-here.js';
import { statusForOthers } from './presence.policy.js';

/** People as others see them: from what is known of them here, on other servers, and of before. */
@Injectable()
export class PresenceViews {
  constructor(
    private readonly here: PeopleHere,
    private readonly elsewhere: PeopleElsewhere,
    private readonly lastSeen: LastSeen,
    private readonly users: UserDirectory,
  ) {}

  /** Who looks offline to this person, whatever they are: there is a block between them. */
  hiddenFrom(userId: string): Promise<string[]> {
    return this.users.apartFrom(userId);
  }

  of(userId: string): Presence {
    const status = statusForOthers(this.statusesOf(userId));
    const at = status === 'offline' ? this.lastSeen.of(userId) : undefined;
    return { userId, status, lastActiveAt: at === undefined ? null : new Date(at).toISOString() };
  }

  /** Something about them has changed. @param at in milliseconds since 1970 */
  update(userId: string, at = Date.now()): Presence {
    this.lastSeen.note(userId, statusForOthers(this.statusesOf(userId)) !== 'offline', at);
    if (!this.here.maySee(userId)) {
      this.lastSeen.forget(userId);
    }
    return this.of(userId);
  }

  hear(move: PresenceMove): Presence {
    this.elsewhere.put(move);
    return this.update(move.userId, move.activeAt);
  }

  /** Nobody here is interested in them any more. */
  forget(userId: string): void {
    this.elsewhere.forget(userId);
    if (this.here.standing(userId).status === null) {
      this.lastSeen.lose(userId);
    }
  }

  private statusesOf(userId: string): PresenceChoice[] {
    const { status } = this.here.standing(userId);
    return [...(status ? [status] : []), ...this.elsewhere.of(userId)];
  }
}
