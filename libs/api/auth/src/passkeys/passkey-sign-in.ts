import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import type { PasskeyProof, PasskeyQuestion } from '@parley/contracts';
import { FreshProof } from '../fresh-proof.js';
import { type Client, SessionsService, type SignedIn, toSignedIn } from '../sessions.service.js';
import { ShownPasskeys } from './shown-passkeys.js';

/** A passkey is something one has, and the device asks for what one knows or is: so no further factor is asked for. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly proof: FreshProof,
    private readonly sessions: SessionsService,
    private readonly shown: ShownPasskeys,
  ) {}

  ask(): Promise<PasskeyQuestion> {
    return this.shown.ask();
  }

  /** @throws DomainError `auth.passkey-invalid` */
  async signIn(passkey: PasskeyProof, client: Client): Promise<SignedIn> {
    const { id, me } = await this.shown.prove(passkey);
    return toSignedIn(me, await this.sessions.openAgain(id, client));
  }

  /** @throws DomainError `auth.passkey-invalid`, also for a passkey of somebody else */
  async proveAgain(actor: Actor, passkey: PasskeyProof): Promise<void> {
    const { id } = await this.shown.prove(passkey);
    if (id !== actor.userId) {
      throw new DomainError('auth.passkey-invalid');
    }
    await this.proof.accept(actor);
  }
}
