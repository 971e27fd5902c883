import { Injectable } from '@nestjs/common';
import { AppConfig, DomainError, Invitations } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { Register } from '@parley/contracts';

/** Who may make themselves an account here, and what they come into by it. */
@Injectable()
export class RegistrationGate {
  constructor(
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly config: AppConfig,
  ) {}

  /** The first account is always possible. @throws DomainError `auth.registration-closed`, `auth.invite-required` */
  async assertOpen({ invite }: Pick<Register, 'invite'>): Promise<void> {
    const { REGISTRATION } = this.config;
    const isOpen = REGISTRATION === 'open' || (REGISTRATION === 'invite' && invite !== undefined);
    if (!isOpen && !(await this.accounts.areNone())) {
      throw new DomainError(REGISTRATION === 'invite' ? 'auth.invite-required' : 'auth.registration-closed');
    }
  }

  /** Belongs into the transaction that makes the account. @throws DomainError `invite.gone` */
  async passThrough({ invite }: Pick<Register, 'invite'>, userId: string): Promise<void> {
    if (invite !== undefined) {
      await this.invitations.redeem(invite, userId);
    }
  }
}
