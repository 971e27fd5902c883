import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Authenticated, Me, Problem, RecoveryCodes, TwoFactorSecret } from '@parley/contracts';
import { Secret, TOTP } from 'otpauth';
import { PASSWORD, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

const STEP = 30_000;

/** An authenticator app. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP });
}

describe('the second factor', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await RunningApi.start();
  });

  afterAll(() => api.stop());

  const login = ({ username }: Person, code?: string, password = PASSWORD) =>
    api.post<Authenticated & Problem>('/api/auth/login', { login: username, password, code });
  const begin = (who: Person) => who.post<TwoFactorSecret & Problem>('/api/auth/two-factor');
  const enable = (who: Person, code: string) =>
    who.post<RecoveryCodes & Problem>('/api/auth/two-factor/enable', { code });
  const disable = (who: Person, password: string) => who.delete('/api/auth/two-factor', { password });
  /** The code of the step before is used up by it. */
  const withFactor = async () => {
    const person = await api.person();
    const { secret } = (await begin(person)).body;
    const { recoveryCodes } = (await enable(person, codeOf(secret, -1))).body;
    return { person, secret, recoveryCodes };
  };

  it('is asked for after the password, and only once it was confirmed by a code', async () => {
    const ann = await api.person();
    const { secret, otpauthUrl } = (await begin(ann)).body;
    expect(otpauthUrl).toContain(secret);
    expect((await login(ann)).status).toBe(200);
    expect(await enable(ann, '000000')).toMatchObject({
      status: 401,
      body: { code: 'auth.second-factor-invalid' },
    });
    expect((await login(ann)).status).toBe(200);

    const { status, body } = await enable(ann, codeOf(secret, -1));

    expect({ status, count: new Set(body.recoveryCodes).size }).toEqual({ status: 200, count: 10 });
    expect((await ann.get<Me>('/api/users/me')).body.twoFactorEnabled).toBe(true);
    expect(await login(ann)).toMatchObject({ status: 401, body: { code: 'auth.second-factor-required' } });
    expect(await login(ann, undefined, 'wrong horse')).toMatchObject({
      body: { code: 'auth.invalid-credentials' },
    });
    expect(await login(ann, codeOf(secret), 'wrong horse')).toMatchObject({
      body: { code: 'auth.invalid-credentials' },
    });
    expect(await login(ann, codeOf(secret))).toMatchObject({
      status: 200,
      body: { user: { twoFactorEnabled: true } },
    });
  });

  it('takes each code once, also of many who show it at the same time', async () => {
    const { person, secret } = await withFactor();
    const code = codeOf(secret);

    const answers = await Promise.all([1, 2, 3, 4].map(() => login(person, code)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
    expect(await login(person, code)).toMatchObject({ body: { code: 'auth.second-factor-invalid' } });
    expect(await login(person, codeOf(secret, -1))).toMatchObject({ status: 401 });
    expect(await login(person, codeOf(secret, 1))).toMatchObject({ status: 200 });
  });

  it('takes each recovery code once, however it is written', async () => {
    const { person, recoveryCodes } = await withFactor();
    const [first = '', second = ''] = recoveryCodes;

    const answers = await Promise.all([first, first, first].map((code) => login(person, code)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
    expect(await login(person, ` ${second.toUpperCase().replace('-', ' ')} `)).toMatchObject({ status: 200 });
  });

  it('is changed only by who shows the password, and goes with it', async () => {
    const { person, secret } = await withFactor();
    expect(await begin(person)).toMatchObject({ status: 409, body: { code: 'auth.two-factor-enabled' } });
    expect(await disable(person, 'wrong horse')).toMatchObject({
      status: 401,
      body: { code: 'auth.invalid-credentials' },
    });
    expect(await login(person)).toMatchObject({ status: 401 });

    expect(await disable(person, PASSWORD)).toMatchObject({ status: 204 });

    expect(await login(person)).toMatchObject({ status: 200 });
    expect(await enable(person, codeOf(secret))).toMatchObject({
      body: { code: 'auth.second-factor-invalid' },
    });
    await api.database.source.query(
      `UPDATE sessions SET proved_at = now() - interval '16 minutes' WHERE user_id = $1`,
      [person.id],
    );
    expect(await begin(person)).toMatchObject({ status: 403, body: { code: 'auth.reauth-required' } });
  });

  it('is kept so that the database alone does not tell it', async () => {
    const { secret, recoveryCodes } = await withFactor();

    const rows = JSON.stringify(await api.database.source.query<object[]>('SELECT * FROM two_factor'));

    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(recoveryCodes[0]);
    expect(api.server.output).not.toContain(secret);
  });

  it.each([[{ code: '12345' }], [{ code: 123456 }], [{}], [{ code: '123456', userId: 'somebody' }]])(
    'is not enabled by %j',
    async (body) => {
      const ann = await api.person();

      expect(await ann.post('/api/auth/two-factor/enable', body)).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      });
    },
  );
});

describe('guessing the second factor', () => {
  it('ends after 20 wrong codes', async () => {
    const api = await RunningApi.start({ env: { RATE_LIMITS: 'on' } });
    const ann = await api.person();
    const { secret } = (await ann.post<TwoFactorSecret>('/api/auth/two-factor')).body;
    await ann.post('/api/auth/two-factor/enable', { code: codeOf(secret, -1) });
    const statuses: number[] = [];
    for (let tried = 0; tried < 21; tried += 1) {
      const { status } = await api.post('/api/auth/login', {
        login: ann.username,
        password: PASSWORD,
        code: 'aaaaaa-aaaaaa',
      });
      statuses.push(status);
    }

    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429]);
    await api.stop();
  });
});
