import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me, Passkey, PasskeyWish, Problem, TwoFactorSecret } from '@parley/contracts';
import { Secret, TOTP } from 'otpauth';
import { Authenticator } from './support/authenticator.js';
import { eventually } from './support/data-directory.js';
import { Mailbox } from './support/mailbox.js';
import { nextEvents, PASSWORD, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

const emailOf = ({ username }: Person) => `${username}@example.org`;

describe('changes of how one comes into an account', () => {
  let api: RunningApi;
  let mailbox: Mailbox;

  beforeAll(async () => {
    api = await RunningApi.start();
    mailbox = new Mailbox(api.server);
  });

  afterAll(() => api.stop());

  const told = (address: string, subject: string) =>
    eventually(async () => {
      expect((await mailbox.to(address)).join()).toContain(`Subject: ${subject}`);
    });
  const changeEmail = (who: Person, email: string) => who.post<Problem>('/api/auth/email', { email });
  const verify = (token: string) => api.post<Problem>('/api/auth/email/verify', { token });

  it('are mailed: passkeys', async () => {
    const ann = await api.person();
    const device = new Authenticator('http://localhost:4200');
    const { body: wish } = await ann.post<PasskeyWish>('/api/auth/passkeys/options');
    const { body } = await ann.post<Passkey>('/api/auth/passkeys', device.make(wish));
    await told(emailOf(ann), 'A passkey was added');

    await ann.delete(`/api/auth/passkeys/${body.id}`);

    await told(emailOf(ann), 'A passkey was removed');
  });

  it('are mailed: the second factor, whose end signs out everywhere else', async () => {
    const ann = await api.person();
    const other = await api.signIn(ann.username);
    const socket = await other.connect();
    const closed = nextEvents(socket, 'session:closed', 1);
    const { secret } = (await ann.post<TwoFactorSecret>('/api/auth/two-factor')).body;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await ann.post('/api/auth/two-factor/enable', { code });
    await told(emailOf(ann), 'Your second factor is on');

    expect(await ann.delete('/api/auth/two-factor', {})).toMatchObject({ status: 204 });

    await told(emailOf(ann), 'Your second factor is off');
    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
    expect(await other.get('/api/users/me')).toMatchObject({ status: 401 });
    expect(await ann.get('/api/users/me')).toMatchObject({ status: 200 });
  });

  it('need a fresh proof: the second factor without the password', async () => {
    const ann = await api.person();
    await api.database.source.query(
      `UPDATE sessions SET proved_at = now() - interval '1 hour' WHERE user_id = $1`,
      [ann.id],
    );

    expect(await ann.delete('/api/auth/two-factor', {})).toMatchObject({
      status: 403,
      body: { code: 'auth.reauth-required' },
    });
    expect(await changeEmail(ann, 'new@example.org')).toMatchObject({ status: 403 });
  });

  it('give a new address to who gets mail there, and tell the old one', async () => {
    const ann = await api.person();
    const address = `new-${randomUUID()}@example.org`;

    expect(await changeEmail(ann, address.toUpperCase())).toMatchObject({ status: 202 });
    const token = await mailbox.linkTo('verify', address);
    expect((await ann.get<Me>('/api/users/me')).body.email).toBe(emailOf(ann));
    expect(await verify(token)).toMatchObject({ status: 204 });

    expect((await ann.get<Me>('/api/users/me')).body).toMatchObject({ email: address, emailVerified: true });
    await told(emailOf(ann), 'Your e-mail address was changed');
    expect(await verify(token)).toMatchObject({ status: 410 });
    expect(await api.post('/api/auth/login', { login: address, password: PASSWORD })).toMatchObject({
      status: 200,
    });
    expect(await api.post('/api/auth/login', { login: emailOf(ann), password: PASSWORD })).toMatchObject({
      status: 401,
    });
  });

  it('end with the password of who began them', async () => {
    const ann = await api.person();
    const address = `thief-${randomUUID()}@example.org`;
    await changeEmail(ann, address);
    const token = await mailbox.linkTo('verify', address);

    const change = { currentPassword: PASSWORD, newPassword: 'a new kettle of tea' };
    expect(await ann.post('/api/auth/password', change)).toMatchObject({ status: 204 });

    expect(await verify(token)).toMatchObject({ status: 410, body: { code: 'auth.link-invalid' } });
    expect((await ann.get<Me>('/api/users/me')).body.email).toBe(emailOf(ann));
  });

  it('give nobody the address of somebody else', async () => {
    const ann = await api.person();
    const ben = await api.person();
    const address = `both-${randomUUID()}@example.org`;
    expect(await changeEmail(ann, emailOf(ben))).toMatchObject({
      status: 409,
      body: { code: 'auth.email-taken' },
    });

    await changeEmail(ann, address);
    const first = await mailbox.linkTo('verify', address);
    await changeEmail(ben, address);
    const second = await mailbox.linkTo('verify', address, [first]);

    expect(await verify(first)).toMatchObject({ status: 204 });
    expect(await verify(second)).toMatchObject({ status: 409, body: { code: 'auth.email-taken' } });
  });

  it.each([{}, { email: 'nobody' }, { email: 'a@b.example', password: 'x' }])('refuse %j', async (body) => {
    const ann = await api.person();

    expect(await ann.post('/api/auth/email', body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });
});
