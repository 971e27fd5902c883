import { beforeEach, describe, expect, it } from '@jest/globals';
import { DomainEvents } from '@parley/api-core';
import { SessionCache } from './session-cache.js';
import { SessionsEnded } from './session.events.js';
import type { SessionRepository } from './session.repository.js';
import type { PersonalTokenRepository } from './tokens/personal-token.repository.js';

const ann = { userId: 'ann', sessionId: 'laptop' };

describe('SessionCache', () => {
  let isOpen: boolean;
  let asked: number;
  let events: DomainEvents;
  let cache: SessionCache;
  let beforeAnswer: () => void;

  beforeEach(() => {
    [isOpen, asked, beforeAnswer] = [true, 0, () => undefined];
    events = new DomainEvents();
    const sessions: Pick<SessionRepository, 'isOpen'> = {
      isOpen: async () => {
        asked += 1;
        const answer = isOpen;
        beforeAnswer();
        return answer;
      },
    };
    const tokens: Pick<PersonalTokenRepository, 'find'> = { find: async () => null };
    cache = new SessionCache(sessions as SessionRepository, tokens as PersonalTokenRepository, events);
  });

  it('asks the database once for many requests', async () => {
    for (let request = 0; request < 100; request += 1) {
      await cache.requireActive(ann);
    }

    expect(asked).toBe(1);
  });

  it('looks for who comes with a token of their own where these are kept', async () => {
    await expect(cache.requireActive({ ...ann, scopes: ['read'] })).rejects.toMatchObject({
      code: 'auth.session-revoked',
    });
    expect(asked).toBe(0);
  });

  it('notices at once when a session ends here', async () => {
    await cache.requireActive(ann);
    isOpen = false;
    void events.publish(new SessionsEnded([ann.sessionId]));

    await expect(cache.requireActive(ann)).rejects.toMatchObject({ code: 'auth.session-revoked' });
  });

  it('does not believe an answer that is older than an end', async () => {
    beforeAnswer = () => {
      isOpen = false;
      void events.publish(new SessionsEnded([ann.sessionId]));
    };
    await cache.requireActive(ann);

    await expect(cache.requireActive(ann)).rejects.toMatchObject({ code: 'auth.session-revoked' });
  });
});
