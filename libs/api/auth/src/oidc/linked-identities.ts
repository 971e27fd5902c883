import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, isUniqueViolation } from '@parley/api-core';
import type { LinkedIdentity, LinkedIdentityList } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { AccountChanges } from '../account-changes.js';
import { WayRemoval } from '../way-removal.js';
import { OidcClients } from './oidc-clients.js';
import { type OidcIdentityEntity, SUBJECT_INDEX } from './oidc-identity.entity.js';
import { OidcIdentityRepository } from './oidc-identity.repository.js';
import type { ProvedIdentity } from './proved-identity.js';

/** The accounts elsewhere that open one's account. */
@Injectable()
export class LinkedIdentities {
  constructor(
    private readonly changes: AccountChanges,
    private readonly clients: OidcClients,
    private readonly identities: OidcIdentityRepository,
    private readonly removal: WayRemoval,
  ) {}

  async list({ userId }: Actor): Promise<LinkedIdentityList> {
    const rows = await this.identities.ofUser(userId);
    return { items: rows.map((row) => this.toLinkedIdentity(row)) };
  }

  /** @returns whose account it opens; null when it opens none */
  async use({ issuer, subject, email = '' }: ProvedIdentity): Promise<string | null> {
    const known = await this.identities.find(issuer, subject);
    await (known && this.identities.markUsed(known.id, email));
    return known?.userId ?? null;
  }

  async isOf(userId: string, { issuer, subject }: ProvedIdentity): Promise<boolean> {
    return (await this.identities.find(issuer, subject))?.userId === userId;
  }

  /** What is linked already stays so, and is not told. @throws DomainError `auth.identity-taken` */
  async link(userId: string, identity: ProvedIdentity): Promise<void> {
    if (!(await this.isOf(userId, identity))) {
      await this.changes.run(userId, 'provider-linked', () => this.insert(userId, identity));
    }
  }

  /** For the account that it makes. @throws DomainError `auth.identity-taken` */
  async insert(userId: string, { issuer, subject, email = '' }: ProvedIdentity): Promise<void> {
    try {
      await this.identities.insert({ id: uuidv7(), userId, issuer, subject, email });
    } catch (error) {
      if (isUniqueViolation(error, SUBJECT_INDEX)) {
        throw new DomainError('auth.identity-taken', { cause: error });
      }
      throw error;
    }
  }

  /** @throws DomainError `auth.reauth-required`, `auth.identity-not-found`, `auth.last-sign-in-method` */
  unlink(id: string, actor: Actor): Promise<void> {
    return this.removal.run(actor, 'provider-unlinked', async () => {
      if (!(await this.identities.remove(id, actor.userId))) {
        throw new DomainError('auth.identity-not-found');
      }
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
