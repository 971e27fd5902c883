import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me, Problem } from '@parley/contracts';
import { eventually } from './support/data-directory.js';
import { Mailbox } from './support/mailbox.js';
import { nextEvents, PASSWORD } from './support/person.js';
import { RunningApi } from './support/running-api.js';

const emailOf = (username: string) => `${username}@example.org`;

describe('links out of mails', () => {
  let api: RunningApi;
  let mailbox: Mailbox;

  beforeAll(async () => {
    api = await RunningApi.start();
    mailbox = new Mailbox(api.server);
  });

  afterAll(() => api.stop());

  const forgot = (email: string) => api.post<Problem>('/api/auth/password/forgot', { email });
  const reset = (token: string, newPassword = 'a new kettle of tea') =>
    api.post<Problem>('/api/auth/password/reset', { token, newPassword });
  const verify = (token: string) => api.post<Problem>('/api/auth/email/verify', { token });
  const login = (login: string, password: string) => api.post('/api/auth/login', { login, password });

  it('confirm the address of a new account, once', async () => {
    const ann = await api.person();
    const token = await mailbox.linkTo('verify', emailOf(ann.username));
    expect(ann.me.emailVerified).toBe(false);

    expect(await verify(token)).toMatchObject({ status: 204 });

    expect((await ann.get<Me>('/api/users/me')).body.emailVerified).toBe(true);
    expect(await verify(token)).toMatchObject({ status: 410, body: { code: 'auth.link-invalid' } });
  });

  it('are mailed again on demand, and not when the address is confirmed', async () => {
    const ann = await api.person();
    const first = await mailbox.linkTo('verify', emailOf(ann.username));
    expect(await ann.post('/api/auth/email/verify/resend')).toMatchObject({ status: 202 });
    const second = await mailbox.linkTo('verify', emailOf(ann.username), [first]);

    expect(await verify(second)).toMatchObject({ status: 204 });

    expect(await verify(first)).toMatchObject({ status: 410 });
    expect(await ann.post('/api/auth/email/verify/resend')).toMatchObject({ status: 202 });
    const jobs = await api.database.source.query<object[]>(`SELECT * FROM jobs WHERE dedupe_key = $1`, [
      ann.id,
    ]);
    expect(jobs).toEqual([]);
  });

  it('replace a forgotten password, end all sessions and their sockets, and confirm the address', async () => {
    const ann = await api.person();
    const socket = await ann.connect();
    const closed = nextEvents(socket, 'session:closed', 1);
    expect(await forgot(emailOf(ann.username).toUpperCase())).toMatchObject({ status: 202, body: undefined });
    const token = await mailbox.linkTo('reset', emailOf(ann.username));

    expect(await reset(token, 'short')).toMatchObject({
      status: 400,
      body: { code: 'auth.password-too-weak', errors: [{ pointer: '/newPassword' }] },
    });
    expect(await reset(token)).toMatchObject({ status: 204 });

    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
    expect(await ann.get('/api/users/me')).toMatchObject({
      status: 401,
      body: { code: 'auth.session-revoked' },
    });
    expect(await api.post('/api/auth/refresh', undefined, { cookie: ann.cookie })).toMatchObject({
      status: 401,
    });
    expect(await login(ann.username, PASSWORD)).toMatchObject({ status: 401 });
    expect(await login(ann.username, 'a new kettle of tea')).toMatchObject({
      status: 200,
      body: { user: { emailVerified: true } },
    });
    expect(await reset(token)).toMatchObject({ status: 410, body: { code: 'auth.link-invalid' } });
    await eventually(async () => {
      expect((await mailbox.to(emailOf(ann.username))).join()).toContain('Your password was changed');
    });
  });

  it('are good for one of many who use the same one at once', async () => {
    const ann = await api.person();
    await forgot(emailOf(ann.username));
    const token = await mailbox.linkTo('reset', emailOf(ann.username));

    const answers = await Promise.all([1, 2, 3, 4].map(() => reset(token)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 410, 410, 410]);
  });

  it('end: they are kept as hashes alone, and not longer than they are good for', async () => {
    const ann = await api.person();
    await forgot(emailOf(ann.username));
    const token = await mailbox.linkTo('reset', emailOf(ann.username));
    const rows = await api.database.source.query<object[]>(
      `SELECT * FROM one_time_tokens WHERE user_id = $1`,
      [ann.id],
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows).toHaveLength(2);

    await api.database.source.query(
      `UPDATE one_time_tokens SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
      [ann.id],
    );

    expect(await reset(token)).toMatchObject({ status: 410 });
  });

  it('are good for their purpose alone', async () => {
    const ann = await api.person();
    const token = await mailbox.linkTo('verify', emailOf(ann.username));

    expect(await reset(token)).toMatchObject({ status: 410 });
    expect(await login(ann.username, PASSWORD)).toMatchObject({ status: 200 });
  });

  it('tell nobody which addresses have an account', async () => {
    const ann = await api.person();

    const known = await forgot(emailOf(ann.username));
    const unknown = await forgot('nobody@example.org');

    expect(unknown.status).toBe(known.status);
    expect(unknown.body).toEqual(known.body);
    await mailbox.linkTo('reset', emailOf(ann.username));
    expect(await mailbox.to('nobody@example.org')).toEqual([]);
  });

  it.each([
    ['/api/auth/password/forgot', { email: 'nowhere' }],
    ['/api/auth/password/forgot', { email: 'ann@example.org\r\nBcc: eve@example.org' }],
    ['/api/auth/password/forgot', { email: null }],
    ['/api/auth/password/reset', { token: 'short', newPassword: PASSWORD }],
    ['/api/auth/password/reset', { token: 'x'.repeat(43) }],
    ['/api/auth/email/verify', { token: 'x'.repeat(43), userId: 'somebody' }],
  ])('are not asked for with nonsense: %s %j', async (path, body) => {
    expect(await api.post(path, body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('are in the language of who gets them', async () => {
    const ann = await api.person();
    await ann.patch('/api/users/me', { locale: 'de' });
    await forgot(emailOf(ann.username));
    await mailbox.linkTo('reset', emailOf(ann.username));

    const mails = await mailbox.to(emailOf(ann.username));

    expect(mails.join()).toContain('Content-Language: de');
    expect(mails.join()).toContain('Passwort');
  });

  it('are never in the log', async () => {
    const ann = await api.person();
    await forgot(emailOf(ann.username));
    const token = await mailbox.linkTo('reset', emailOf(ann.username));
    await reset(token);

    expect(api.server.output).toContain('.eml');
    expect(api.server.output).not.toContain(token);
  });
});

describe('asking for mails', () => {
  it('is limited for each address, without anybody noticing, and for who asks', async () => {
    const api = await RunningApi.start({ env: { RATE_LIMITS: 'on' } });
    const ann = await api.person();
    const statuses: number[] = [];
    for (let asked = 0; asked < 31; asked += 1) {
      const { status } = await api.post('/api/auth/password/forgot', { email: emailOf(ann.username) });
      statuses.push(status);
    }

    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 202), 429]);
    const mails = await new Mailbox(api.server).to(emailOf(ann.username));
    expect(mails.filter((mail) => mail.includes('/reset/')).length).toBeLessThanOrEqual(5);
    await api.stop();
  });
});
