import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { type Account, Accounts } from '@parley/api-users';
import type { PasskeyProof, PasskeyQuestion } from '@parley/contracts';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PasskeyRepository } from './passkey.repository.js';
import { challengeOf, RelyingParty } from './relying-party.js';

/** Finds out whose passkey it is that somebody shows. */
@Injectable()
export class ShownPasskeys {
  constructor(
    private readonly accounts: Accounts,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: PasskeyRepository,
    private readonly party: RelyingParty,
  ) {}

  async ask(): Promise<PasskeyQuestion> {
    return { challenge: await this.challenges.issue(null), rpId: this.party.id };
  }

  /** The same answer whatever is wrong. @throws DomainError `auth.passkey-invalid` */
  async prove(proof: PasskeyProof): Promise<Account> {
    const isAsked = await this.challenges.take(challengeOf(proof.clientDataJSON), null);
    const passkey = await this.passkeys.find(proof.id);
    if (!isAsked || !passkey) {
      throw new DomainError('auth.passkey-invalid');
    }
    const counter = await this.party.checkShown(proof, passkey);
    const account = await this.accounts.find(passkey.userId);
    const isOwner = proof.userHandle === undefined || ownerIn(proof.userHandle) === passkey.userId;
    if (!account || !isOwner || !(await this.passkeys.markUsed(passkey, counter))) {
      throw new DomainError('auth.passkey-invalid');
    }
    return account;
  }
}

function ownerIn(userHandle: string): string {
  return Buffer.from(userHandle, 'base64url').toString();
}
