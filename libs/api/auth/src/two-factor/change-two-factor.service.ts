import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import type { DisableTwoFactor, EnableTwoFactor, RecoveryCodes, TwoFactorSecret } from '@parley/contracts';
import { AccountChanges } from '../account-changes.js';
import { Credentials } from '../credentials.js';
import { FreshProof } from '../fresh-proof.js';
import { type Client, SessionsService } from '../sessions.service.js';
import { TwoFactorService } from './two-factor.service.js';

/** Only by who has shown their password. */
@Injectable()
export class ChangeTwoFactor {
  constructor(
    private readonly changes: AccountChanges,
    private readonly sessions: SessionsService,
    private readonly twoFactor: TwoFactorService,
    private readonly proof: FreshProof,
    private readonly credentials: Credentials,
  ) {}

  /** @throws DomainError `auth.reauth-required`, `auth.two-factor-enabled` */
  async begin(actor: Actor): Promise<TwoFactorSecret> {
    await this.proof.require(actor);
    return this.twoFactor.begin(actor);
  }

  /** @throws DomainError `auth.reauth-required`, `auth.two-factor-enabled`, `auth.second-factor-invalid` */
  async enable(actor: Actor, code: EnableTwoFactor): Promise<RecoveryCodes> {
    await this.proof.require(actor);
    return this.twoFactor.enable(actor, code);
  }

  /**
   * Signs out everywhere else, as whenever an account loses some of its safety. Nothing happens to who has none.
   * @throws DomainError `auth.invalid-credentials`, `request.rate-limited`; `auth.reauth-required` without a password
   */
  async disable(actor: Actor, { password }: DisableTwoFactor, { ip }: Client): Promise<void> {
    await (password === undefined
      ? this.proof.require(actor)
      : this.credentials.proveAgain(actor.userId, password, ip));
    if (await this.twoFactor.isEnabled(actor)) {
      await this.changes.run(actor.userId, 'second-factor-off', async () => {
        await this.twoFactor.disable(actor);
        await this.sessions.endOthers(actor);
      });
    }
  }
}
