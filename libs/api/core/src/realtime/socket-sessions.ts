import { Injectable } from '@nestjs/common';
import type { SocketRefreshed } from '@parley/contracts';
import { BearerTokens } from '../auth/bearer-tokens.js';
import { ActiveSessions } from '../auth/active-sessions.js';
import { assertInScope } from '../auth/scopes.js';
import { DomainError } from '../errors/domain-error.js';
import { CommandLimits } from './command-limits.js';
import { channelOf, type RealtimeSocket } from './gateway.js';

/** Whose socket it is, and how long it may stay. */
@Injectable()
export class SocketSessions {
  constructor(
    private readonly tokens: BearerTokens,
    private readonly sessions: ActiveSessions,
    private readonly limits: CommandLimits,
  ) {}

  /** In the handshake. @throws DomainError when the token is not good */
  async open(socket: RealtimeSocket): Promise<void> {
    const { actor, expiresAt } = await this.tokens.verify(socket.handshake.auth['token']);
    // Everything that happens comes over it.
    assertInScope(actor, 'read');
    await this.sessions.requireActive(actor);
    await socket.join([channelOf.user(actor.userId), channelOf.session(actor.sessionId)]);
    Object.assign(socket.data, {
      actor,
      tokenEndsAt: expiresAt,
      isWarned: false,
      allowance: this.limits.of(actor.userId),
    });
  }

  /** @throws DomainError `auth.session-revoked` */
  requireOpen({ data }: RealtimeSocket): Promise<void> {
    return this.sessions.requireActive(data.actor);
  }

  /** @throws DomainError unless the token is a good one of the same session */
  async renew({ data }: RealtimeSocket, token: string): Promise<SocketRefreshed> {
    const { actor, expiresAt } = await this.tokens.verify(token);
    if (actor.userId !== data.actor.userId || actor.sessionId !== data.actor.sessionId) {
      throw new DomainError('auth.token-invalid', { detail: 'The token belongs to another session' });
    }
    await this.sessions.requireActive(actor);
    data.tokenEndsAt = expiresAt;
    data.isWarned = false;
    return { expiresIn: Math.floor((expiresAt - Date.now()) / 1_000) };
  }
}
