import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import type { Reauthenticate } from '@parley/contracts';
import { Credentials } from './credentials.js';
import { SessionRepository } from './session.repository.js';
import type { Client } from './sessions.service.js';

/** Milliseconds after which a password was entered too long ago for what a stolen session must not do. */
const FRESH = 15 * 60_000;

/** Who is at the keyboard: asked before an account gets another way in. */
@Injectable()
export class FreshProof {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly credentials: Credentials,
  ) {}

  /** @throws DomainError `auth.reauth-required` */
  async require({ sessionId, userId }: Actor): Promise<void> {
    const provedAt = await this.sessions.provedAt(sessionId, userId);
    if (!provedAt || Date.now() - provedAt.getTime() > FRESH) {
      throw new DomainError('auth.reauth-required');
    }
  }

  /** @throws DomainError `auth.invalid-credentials`, `request.rate-limited` */
  async renew({ sessionId, userId }: Actor, { password }: Reauthenticate, { ip }: Client): Promise<void> {
    await this.credentials.proveAgain(userId, password, ip);
    await this.sessions.markProved(sessionId);
  }

  /** For who has shown it in another way than by the password. */
  accept({ sessionId }: Actor): Promise<void> {
    return this.sessions.markProved(sessionId);
  }
}
