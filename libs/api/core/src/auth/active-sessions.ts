import type { Actor } from './actor.js';

/** Knows which sessions are still open. Asked on every request, so an answer must be cheap. */
export abstract class ActiveSessions {
  /** @throws DomainError `auth.session-revoked` */
  abstract requireActive(actor: Actor): Promise<void>;
}
