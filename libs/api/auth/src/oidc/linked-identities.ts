import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { LinkedIdentity, LinkedIdentityList } from '@parley/contracts';
import { FreshProof } from '../fresh-proof.js';
import { SessionRepository } from '../session.repository.js';
import { SessionsService } from '../sessions.service.js';
import { WaysIn } from '../ways-in.js';
import { OidcClients } from './oidc-clients.js';
import type { OidcIdentityEntity } from './oidc-identity.entity.js';
import { OidcIdentityRepository } from './oidc-identity.repository.js';
import type { ProvedIdentity } from './proved-identity.js';
import { ProviderAccounts } from './provider-accounts.js';

/** The accounts elsewhere that open one's account. */
@Injectable()
export class LinkedIdentities {
  constructor(
    private readonly accounts: Accounts,
    private readonly clients: OidcClients,
    private readonly identities: OidcIdentityRepository,
    private readonly proof: FreshProof,
    private readonly providerAccounts: ProviderAccounts,
    private readonly sessionRows: SessionRepository,
    private readonly sessions: SessionsService,
    private readonly transactions: Transactions,
    private readonly waysIn: WaysIn,
  ) {}

  async list({ userId }: Actor): Promise<LinkedIdentityList> {
    const rows = await this.identities.ofUser(userId);
    return { items: rows.map((row) => this.toLinkedIdentity(row)) };
  }

  /** Inside of a transaction. What is linked already stays so. @throws DomainError `auth.identity-taken` */
  async link(userId: string, identity: ProvedIdentity): Promise<void> {
    const known = await this.identities.find(identity.issuer, identity.subject);
    if (known?.userId !== userId) {
      await this.providerAccounts.link(userId, identity);
    }
  }

  /** Inside of a transaction. @throws DomainError `auth.provider-refused` for an identity of somebody else */
  async prove({ userId, sessionId }: Actor, { issuer, subject }: ProvedIdentity): Promise<void> {
    const known = await this.identities.find(issuer, subject);
    if (known?.userId !== userId) {
      throw new DomainError('auth.provider-refused');
    }
    await this.sessionRows.markProved(sessionId);
  }

  /**
   * Signs out everywhere else: whoever came in by it is out.
   * @throws DomainError `auth.reauth-required`, `auth.identity-not-found`, `auth.last-sign-in-method`
   */
  async unlink(id: string, actor: Actor): Promise<void> {
    await this.proof.require(actor);
    await this.transactions.run(async () => {
      await this.accounts.lock(actor.userId);
      if (!(await this.identities.remove(id, actor.userId))) {
        throw new DomainError('auth.identity-not-found');
      }
      await this.waysIn.assertOneIsLeft(actor.userId);
      await this.sessions.endOthers(actor);
    });
  }

  private toLinkedIdentity({ id, issuer, email, createdAt, lastUsedAt }: OidcIdentityEntity): LinkedIdentity {
    const provider = this.clients.providers.find((known) => known.issuer === issuer);
    return {
      id,
      provider: provider?.id ?? null,
      name: provider?.name ?? issuer,
      email,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    };
  }
}
