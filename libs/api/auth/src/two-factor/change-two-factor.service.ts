import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import type { DisableTwoFactor, EnableTwoFactor, RecoveryCodes, TwoFactorSecret } from '@parley/contracts';
import { Credentials } from '../credentials.js';
import { FreshProof } from '../fresh-proof.js';
import type { Client } from '../sessions.service.js';
import { TwoFactorService } from './two-factor.service.js';

/** Only by who has shown their password. */
@Injectable()
export class ChangeTwoFactor {
  constructor(
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

  /** @throws DomainError `auth.invalid-credentials`, `request.rate-limited`; `auth.reauth-required` without a password */
  async disable(actor: Actor, { password }: DisableTwoFactor, { ip }: Client): Promise<void> {
    await (password === undefined
      ? this.proof.require(actor)
      : this.credentials.proveAgain(actor.userId, password, ip));
    await this.twoFactor.disable(actor);
  }
}
