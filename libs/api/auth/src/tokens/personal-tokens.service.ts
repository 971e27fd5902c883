import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, PERSONAL_TOKEN_PREFIX, Transactions } from '@parley/api-core';
import { type CreatedToken, type CreateToken, limits, type PersonalTokenList } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { FreshProof } from '../fresh-proof.js';
import { SessionsEnded } from '../session.events.js';
import { hashOfToken } from './kept-tokens.js';
import { toPersonalToken } from './personal-token.mapper.js';
import { PersonalTokenRepository } from './personal-token.repository.js';

@Injectable()
export class PersonalTokensService {
  constructor(
    private readonly tokens: PersonalTokenRepository,
    private readonly proof: FreshProof,
    private readonly transactions: Transactions,
  ) {}

  async list({ userId }: Actor): Promise<PersonalTokenList> {
    return { items: (await this.tokens.ofUser(userId)).map(toPersonalToken) };
  }

  /** @throws DomainError `auth.reauth-required`, `auth.too-many-tokens`, `request.invalid` for a time that has passed */
  async create(actor: Actor, { name, scopes, expiresAt }: CreateToken): Promise<CreatedToken> {
    await this.proof.require(actor);
    const { userId } = actor;
    if ((await this.tokens.count(userId)) >= limits.token.perPerson) {
      throw new DomainError('auth.too-many-tokens');
    }
    const id = uuidv7();
    const token = PERSONAL_TOKEN_PREFIX + randomBytes(32).toString('base64url');
    const ending = expiresAt === undefined ? null : inTheFuture(expiresAt);
    await this.tokens.insert({ id, userId, hash: hashOfToken(token), name, scopes, expiresAt: ending });
    return { id, token };
  }

  /** Ends its sockets as well. @throws DomainError `auth.personal-token-not-found` */
  async remove(id: string, { userId }: Actor): Promise<void> {
    if ((await this.removeAll(userId, id)).length === 0) {
      throw new DomainError('auth.personal-token-not-found');
    }
  }

  /** All of a person, or one of them. */
  removeAll(userId: string, id?: string): Promise<string[]> {
    return this.transactions.run(async () => {
      const removed = await this.tokens.remove(userId, id);
      if (removed.length > 0) {
        this.transactions.publish(new SessionsEnded(removed));
      }
      return removed;
    });
  }
}

function inTheFuture(time: string): Date {
  if (Date.parse(time) <= Date.now()) {
    const errors = [{ pointer: '/expiresAt', detail: 'must be in the future' }];
    throw new DomainError('request.invalid', { errors });
  }
  return new Date(time);
}
