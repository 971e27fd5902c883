import { describe, expect, it } from '@jest/globals';
import { AppConfig } from '../config/app-config.js';
import { AccessTokens } from './access-tokens.js';

const tokensSignedWith = (secret: string) =>
  new AccessTokens(
    AppConfig.fromEnv({
      DATABASE_URL: 'postgres://localhost/parley',
      PUBLIC_URL: 'http://localhost:4200',
      JWT_SECRET: secret.repeat(32),
    }),
  );

const tokens = tokensSignedWith('a');
const actor = { userId: 'ann', sessionId: 'laptop' };

describe('AccessTokens', () => {
  it('knows the actor again', async () => {
    expect(await tokens.verify(await tokens.sign(actor))).toMatchObject({ actor });
  });

  it.each([
    ['auth.required', () => undefined],
    ['auth.token-expired', () => tokens.sign(actor, -1)],
    ['auth.token-invalid', () => tokensSignedWith('b').sign(actor)],
    ['auth.token-invalid', () => 'not a token'],
  ])('refuses with %s', async (code, token) => {
    await expect(tokens.verify(await token())).rejects.toMatchObject({ code });
  });
});
