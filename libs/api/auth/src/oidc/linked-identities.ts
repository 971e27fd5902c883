import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import type { LinkedIdentity, LinkedIdentityList } from '@parley/contracts';
import { WayRemoval } from '../way-removal.js';
import { OidcClients } from './oidc-clients.js';
import type { OidcIdentityEntity } from './oidc-identity.entity.js';
import { OidcIdentityRepository } from './oidc-identity.repository.js';

/** The accounts elsewhere that open one's account. */
@Injectable()
export class LinkedIdentities {
  constructor(
    private readonly clients: OidcClients,
    private readonly identities: OidcIdentityRepository,
    private readonly removal: WayRemoval,
  ) {}

  async list({ userId }: Actor): Promise<LinkedIdentityList> {
    const rows = await this.identities.ofUser(userId);
    return { items: rows.map((row) => this.toLinkedIdentity(row)) };
  }

  /** @throws DomainError `auth.reauth-required`, `auth.identity-not-found`, `auth.last-sign-in-method` */
  unlink(id: string, actor: Actor): Promise<void> {
    return this.removal.run(actor, async () => {
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
