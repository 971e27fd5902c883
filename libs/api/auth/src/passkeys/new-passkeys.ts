import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, isUniqueViolation } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import { type AddPasskey, limits, type Passkey, type PasskeyWish } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { AccountChanges } from '../account-changes.js';
import { CREDENTIAL_INDEX, type PasskeyEntity } from './passkey.entity.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { toPasskey } from './passkey.mapper.js';
import { PasskeyRepository } from './passkey.repository.js';
import { ALGORITHMS, challengeOf, type MadePasskey, RelyingParty } from './relying-party.js';

/** How a passkey is made. Who may is decided before. */
@Injectable()
export class NewPasskeys {
  constructor(
    private readonly accounts: Accounts,
    private readonly changes: AccountChanges,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: PasskeyRepository,
    private readonly party: RelyingParty,
  ) {}

  /** @throws DomainError `auth.too-many-passkeys` */
  async begin({ userId }: Actor): Promise<PasskeyWish> {
    const known = await this.passkeys.ofUser(userId);
    assertMayHaveMore(known.length);
    const account = await this.accounts.find(userId);
    if (!account) {
      throw new DomainError('user.not-found');
    }
    return {
      challenge: await this.challenges.issue(userId),
      rpId: this.party.id,
      rpName: 'Parley',
      userHandle: Buffer.from(userId).toString('base64url'),
      username: account.me.username,
      displayName: account.me.displayName,
      algorithms: ALGORITHMS,
      knownIds: known.map(({ credentialId }) => credentialId),
    };
  }

  /** @throws DomainError `auth.passkey-invalid`, `auth.passkey-known`, `auth.too-many-passkeys` */
  async add({ userId }: Actor, wish: AddPasskey): Promise<Passkey> {
    // Used up by the attempt, whatever comes of it.
    if (!(await this.challenges.take(challengeOf(wish.clientDataJSON), userId))) {
      throw new DomainError('auth.passkey-invalid');
    }
    const made = await this.party.checkNew(wish);
    const insert = () => this.insert(userId, wish, made);
    return toPasskey(await this.changes.run(userId, 'passkey-added', insert));
  }

  private async insert(
    userId: string,
    { name, transports = [] }: AddPasskey,
    { credential, synced }: MadePasskey,
  ): Promise<PasskeyEntity> {
    await this.accounts.lock(userId);
    assertMayHaveMore(await this.passkeys.countOf(userId));
    try {
      return await this.passkeys.insert({
        ...{ id: uuidv7(), userId, name, transports, synced, lastUsedAt: null },
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
      });
    } catch (error) {
      if (isUniqueViolation(error, CREDENTIAL_INDEX)) {
        throw new DomainError('auth.passkey-known', { cause: error });
      }
      throw error;
    }
  }
}

function assertMayHaveMore(count: number): void {
  if (count >= limits.passkey.perPerson) {
    throw new DomainError('auth.too-many-passkeys');
  }
}
