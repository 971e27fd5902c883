import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { AppConfig } from '@parley/api-core';
import { RefreshTokens } from './refresh-tokens.js';

const tokensOf = (secret: string) =>
  new RefreshTokens(
    AppConfig.fromEnv({ DATABASE_URL: 'postgres://localhost/parley', JWT_SECRET: secret.repeat(32) }),
  );
const tokens = tokensOf('a');

describe('RefreshTokens', () => {
  it('reads what it wrote, and nothing else', () => {
    const token = tokens.first(randomUUID());

    expect(tokens.parse(tokens.format(token))).toEqual(token);
    for (const text of [
      '',
      'x',
      `${randomUUID()}.`,
      `${randomUUID()}.${'x'.repeat(44)}`,
      `x${tokens.format(token)}`,
    ]) {
      expect(tokens.parse(text)).toBeNull();
    }
  });

  it('gives a token one successor, on every server of the installation and on no other', () => {
    const token = tokens.first(randomUUID());
    const next = tokens.successorOf(token);

    expect(tokensOf('a').successorOf(token)).toEqual(next);
    expect(tokensOf('b').successorOf(token)).not.toEqual(next);
    expect(tokens.successorOf(next)).not.toEqual(next);
    expect(tokens.parse(tokens.format(next))).toEqual(next);
    expect(tokens.successorOf({ ...token, sessionId: randomUUID() }).secret).not.toBe(next.secret);
  });
});
