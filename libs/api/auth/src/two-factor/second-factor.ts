import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import type { Account } from '@parley/api-users';
import { SignInLimits } from '../sign-in-limits.js';
import { TwoFactorService } from './two-factor.service.js';

/** Asked at every sign-in, after the password was right. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly twoFactor: TwoFactorService,
    private readonly limits: SignInLimits,
  ) {}

  /** @throws DomainError `auth.second-factor-required`, `auth.second-factor-invalid`, `request.rate-limited` */
  async prove({ id, me }: Account, code: string | undefined, ip: string): Promise<void> {
    if (!me.twoFactorEnabled) {
      return;
    }
    if (code === undefined) {
      throw new DomainError('auth.second-factor-required');
    }
    // Counted apart from passwords: six digits are guessed sooner, by who has the password already.
    const counted = `second factor of ${id}`;
    this.limits.assertMayTry(counted, ip);
    if (!(await this.twoFactor.take(id, code.trim()))) {
      await this.limits.countWrongPassword(counted, ip);
      throw new DomainError('auth.second-factor-invalid');
    }
  }
}
