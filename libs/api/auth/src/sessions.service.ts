import { Injectable } from '@nestjs/common';
import {
  ACCESS_TOKEN_LIFETIME,
  AccessTokens,
  type Actor,
  DomainError,
  Jobs,
  Transactions,
} from '@parley/api-core';
import type { Authenticated, Me, SessionList } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { newDeviceMail } from './recovery/account-jobs.js';
import { type RefreshToken, RefreshTokens } from './refresh-tokens.js';
import { judgeRefresh } from './rotation.policy.js';
import type { SessionEntity } from './session.entity.js';
import { accountChanged } from './security-jobs.js';
import { SessionsEnded } from './session.events.js';
import { toSession } from './session.mapper.js';
import { SessionRepository } from './session.repository.js';

/** Days after which somebody has to sign in again, however often they came back. */
export const SESSION_DAYS = 60;
const DAY = 86_400_000;

/** The browser or the program that signs in. */
export interface Client {
  userAgent: string;
  ip: string;
}

/** A session that is open, and the tokens that its owner is to have. */
export interface OpenSession {
  userId: string;
  accessToken: string;
  refreshToken: string;
}

/** Somebody who is signed in from now on. The refresh token is not for the eyes of scripts. */
export interface SignedIn {
  authenticated: Authenticated;
  refreshToken: string;
}

export function toSignedIn(user: Me, { accessToken, refreshToken }: OpenSession): SignedIn {
  return { authenticated: { accessToken, expiresIn: ACCESS_TOKEN_LIFETIME, user }, refreshToken };
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: RefreshTokens,
    private readonly accessTokens: AccessTokens,
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  async open(userId: string, client: Client): Promise<OpenSession> {
    const sessionId = uuidv7();
    const token = this.tokens.first(sessionId);
    await this.sessions.insert({
      ...{ ...client, userId, id: sessionId, refreshHash: this.tokens.hash(token) },
      expiresAt: new Date(Date.now() + SESSION_DAYS * DAY),
    });
    return this.opened(userId, token);
  }

  /** For an account that was there before: its owner hears of a program that was never signed in to it. */
  openAgain(userId: string, client: Client): Promise<OpenSession> {
    return this.transactions.run(async () => {
      if (!(await this.sessions.knowsProgram(userId, client.userAgent))) {
        const at = new Date().toISOString();
        await this.jobs.add(newDeviceMail, { userId, ...client, at }, `${userId} ${client.userAgent}`);
        await this.jobs.add(accountChanged, { userId, what: 'new-device', occasion: at });
      }
      return this.open(userId, client);
    });
  }

  /**
   * Exchanges a refresh token for its successor. A token that was used before ends the session.
   * @throws DomainError `auth.required`, `auth.token-invalid`, `auth.session-revoked`
   */
  async refresh(text: string | undefined): Promise<OpenSession> {
    if (!text) {
      throw new DomainError('auth.required');
    }
    const token = this.tokens.parse(text);
    if (!token) {
      throw new DomainError('auth.token-invalid');
    }
    const userId = await this.transactions.run(() => this.exchange(token));
    // Thrown after the commit, or the end of a stolen session would be rolled back.
    if (userId === null) {
      throw new DomainError('auth.session-revoked');
    }
    return this.opened(userId, this.tokens.successorOf(token));
  }

  async list({ userId, sessionId }: Actor): Promise<SessionList> {
    const rows = await this.sessions.openOf(userId);
    return { items: rows.map((row) => toSession(row, sessionId)) };
  }

  /** @throws DomainError `auth.session-not-found` unless it is an open session of this person */
  async end(id: string, { userId }: Actor): Promise<void> {
    const ended = await this.revoke(userId, { id });
    if (ended.length === 0) {
      throw new DomainError('auth.session-not-found');
    }
  }

  /** Signs the person out everywhere else. */
  async endOthers({ userId, sessionId }: Actor): Promise<void> {
    await this.revoke(userId, { except: sessionId });
  }

  /** Signs the person out everywhere. */
  async endAll(userId: string): Promise<void> {
    await this.revoke(userId, {});
  }

  /** Signs out who holds this refresh token. A token that is not good for anything ends nothing. */
  async endByRefreshToken(text: string | undefined): Promise<void> {
    const token = text && this.tokens.parse(text);
    if (token) {
      await this.transactions.run(async () => {
        const session = await this.sessions.lock(token.sessionId);
        const hash = this.tokens.hash(token);
        if (session && (hash === session.refreshHash || hash === session.previousHash)) {
          await this.revoke(session.userId, { id: session.id });
        }
      });
    }
  }

  /** Signs out who shows this access token. One that is no longer good ends nothing. */
  async endByAccessToken(accessToken: string | undefined): Promise<void> {
    if (accessToken) {
      // Whoever signs out with a token that has expired meanwhile is signed out already.
      const verified = await this.accessTokens.verify(accessToken).catch(() => null);
      await (verified && this.revoke(verified.actor.userId, { id: verified.actor.sessionId }));
    }
  }

  private async opened(userId: string, token: RefreshToken): Promise<OpenSession> {
    const accessToken = await this.accessTokens.sign({ userId, sessionId: token.sessionId });
    return { userId, accessToken, refreshToken: this.tokens.format(token) };
  }

  /** @returns whose session it is, or null when it is over now */
  private async exchange(token: RefreshToken): Promise<string | null> {
    const session = await this.sessions.lock(token.sessionId);
    if (!session) {
      return null;
    }
    return (await this.judge(session, token)) ? session.userId : null;
  }

  private async judge(session: SessionEntity, token: RefreshToken): Promise<boolean> {
    const hash = this.tokens.hash(token);
    const verdict = judgeRefresh(session, hash);
    if (verdict === 'rotate') {
      const next = this.tokens.hash(this.tokens.successorOf(token));
      await this.sessions.rotate(session.id, hash, next);
    }
    if (verdict === 'theft') {
      await this.revoke(session.userId, { id: session.id });
    }
    return verdict === 'rotate' || verdict === 'repeat';
  }

  private revoke(userId: string, which: { id?: string; except?: string }): Promise<string[]> {
    return this.transactions.run(async () => {
      const ended = await this.sessions.revoke(userId, which);
      if (ended.length > 0) {
        this.transactions.publish(new SessionsEnded(ended));
      }
      return ended;
    });
  }
}
