import { Injectable } from '@nestjs/common';
import { ActiveSessions, type Actor, DomainError, DomainEvents } from '@parley/api-core';
import { SessionsEnded } from './session.events.js';
import { SessionRepository } from './session.repository.js';
import { PersonalTokenRepository } from './tokens/personal-token.repository.js';

/** Milliseconds until an end of a session on another server is noticed here. */
const TRUST = 2_000;
const MOST_SESSIONS = 20_000;

/** Asks the database about each session at most every other second. */
@Injectable()
export class SessionCache extends ActiveSessions {
  private readonly trustedUntil = new Map<string, number>();
  private endings = 0;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: PersonalTokenRepository,
    events: DomainEvents,
  ) {
    super();
    events.on(SessionsEnded, ({ sessionIds }) => this.forget(sessionIds));
  }

  async requireActive(actor: Actor): Promise<void> {
    const { sessionId } = actor;
    if ((this.trustedUntil.get(sessionId) ?? 0) > performance.now()) {
      return;
    }
    const endingsBefore = this.endings;
    if (!(await this.isOpen(actor))) {
      throw new DomainError('auth.session-revoked');
    }
    // The answer may be older than an end that happened meanwhile.
    if (endingsBefore === this.endings) {
      this.trust(sessionId);
    }
  }

  private async isOpen({ userId, sessionId, scopes }: Actor): Promise<boolean> {
    return scopes === undefined
      ? this.sessions.isOpen(sessionId, userId)
      : (await this.tokens.find(sessionId, userId)) !== null;
  }

  private trust(sessionId: string): void {
    if (this.trustedUntil.size >= MOST_SESSIONS) {
      this.trustedUntil.clear();
    }
    this.trustedUntil.set(sessionId, performance.now() + TRUST);
  }

  private forget(sessionIds: readonly string[]): void {
    this.endings += 1;
    sessionIds.forEach((id) => this.trustedUntil.delete(id));
  }
}
