import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { AccountChanges } from './account-changes.js';
import { FreshProof } from './fresh-proof.js';
import type { WayChange } from './security-jobs.js';
import { SessionsService } from './sessions.service.js';
import { WaysIn } from './ways-in.js';

/** What happens whenever somebody takes a way into their account away. */
@Injectable()
export class WayRemoval {
  constructor(
    private readonly changes: AccountChanges,
    private readonly proof: FreshProof,
    private readonly sessions: SessionsService,
    private readonly waysIn: WaysIn,
  ) {}

  /**
   * Whoever came in by it is out: this is the only session that stays.
   * @param remove throws when there is nothing to remove
   * @throws DomainError `auth.reauth-required`, `auth.last-sign-in-method`
   */
  async run(actor: Actor, what: WayChange, remove: () => Promise<void>): Promise<void> {
    await this.proof.require(actor);
    await this.changes.run(actor.userId, what, async () => {
      await remove();
      await this.waysIn.assertOneIsLeft(actor.userId);
      await this.sessions.endOthers(actor);
    });
  }
}
