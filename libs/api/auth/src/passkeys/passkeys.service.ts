import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import type { AddPasskey, Passkey, PasskeyList, PasskeyWish, RenamePasskey } from '@parley/contracts';
import { FreshProof } from '../fresh-proof.js';
import { WayRemoval } from '../way-removal.js';
import { NewPasskeys } from './new-passkeys.js';
import { toPasskey } from './passkey.mapper.js';
import { PasskeyRepository } from './passkey.repository.js';

/** The passkeys of a person, from the first to the last. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly newPasskeys: NewPasskeys,
    private readonly passkeys: PasskeyRepository,
    private readonly proof: FreshProof,
    private readonly removal: WayRemoval,
  ) {}

  async list({ userId }: Actor): Promise<PasskeyList> {
    return { items: (await this.passkeys.ofUser(userId)).map(toPasskey) };
  }

  /** @throws DomainError `auth.reauth-required`, `auth.too-many-passkeys` */
  async begin(actor: Actor): Promise<PasskeyWish> {
    await this.proof.require(actor);
    return this.newPasskeys.begin(actor);
  }

  /** @throws DomainError `auth.reauth-required`, `auth.passkey-invalid`, `auth.passkey-known`, `auth.too-many-passkeys` */
  async add(actor: Actor, wish: AddPasskey): Promise<Passkey> {
    await this.proof.require(actor);
    return this.newPasskeys.add(actor, wish);
  }

  /** @throws DomainError `auth.passkey-not-found` */
  async rename(id: string, { name }: RenamePasskey, { userId }: Actor): Promise<void> {
    if (!(await this.passkeys.rename(id, userId, name))) {
      throw new DomainError('auth.passkey-not-found');
    }
  }

  /** @throws DomainError `auth.reauth-required`, `auth.passkey-not-found`, `auth.last-sign-in-method` */
  remove(id: string, actor: Actor): Promise<void> {
    return this.removal.run(actor, 'passkey-removed', async () => {
      if (!(await this.passkeys.remove(id, actor.userId))) {
        throw new DomainError('auth.passkey-not-found');
      }
    });
  }
}
