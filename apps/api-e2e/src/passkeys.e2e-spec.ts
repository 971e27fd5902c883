import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Authenticated,
  Passkey,
  PasskeyList,
  PasskeyProof,
  PasskeyQuestion,
  PasskeyWish,
  Problem,
  SignInMethods,
  TwoFactorSecret,
} from '@parley/contracts';
import { Secret, TOTP } from 'otpauth';
import { Authenticator } from './support/authenticator.js';
import { nextEvents, PASSWORD, Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

const ORIGIN = 'http://localhost:4200';

describe('passkeys', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await RunningApi.start();
  });

  afterAll(() => api.stop());

  const begin = async (who: Person) => (await who.post<PasskeyWish>('/api/auth/passkeys/options')).body;
  const add = (who: Person, body: object) => who.post<Passkey & Problem>('/api/auth/passkeys', body);
  const ask = async () => (await api.post<PasskeyQuestion>('/api/auth/passkeys/sign-in/options')).body;
  const signIn = (proof: PasskeyProof) =>
    api.post<Authenticated & Problem>('/api/auth/passkeys/sign-in', proof);
  const withPasskey = async () => {
    const device = new Authenticator(ORIGIN);
    const person = await api.person();
    const { body } = await add(person, device.make(await begin(person)));
    return { device, person, id: body.id };
  };
  const age = (who: Person) =>
    api.database.source.query(
      `UPDATE sessions SET proved_at = now() - interval '1 hour' WHERE user_id = $1`,
      [who.id],
    );
  const refused = { status: 401, body: { code: 'auth.passkey-invalid' } };

  it('is made, and opens the account by itself', async () => {
    const ann = await api.person();
    const device = new Authenticator(ORIGIN);

    const made = await add(ann, device.make(await begin(ann), 'My phone'));
    const { status, body, headers } = await signIn(device.show(await ask()));

    expect(made).toMatchObject({ status: 201, body: { name: 'My phone', synced: false, lastUsedAt: null } });
    expect([status, body.user.id]).toEqual([200, ann.id]);
    expect((await Person.from(api.url, body, headers).get('/api/users/me')).status).toBe(200);
    const { items } = (await ann.get<PasskeyList>('/api/auth/passkeys')).body;
    expect(items).toMatchObject([{ id: made.body.id, lastUsedAt: expect.any(String) }]);
    expect((await ann.get<SignInMethods>('/api/auth/methods')).body).toMatchObject({ passkeys: 1 });
    expect((await begin(ann)).knownIds).toEqual([device.id]);
  });

  it('counts as both factors', async () => {
    const { device, person } = await withPasskey();
    const { secret } = (await person.post<TwoFactorSecret>('/api/auth/two-factor')).body;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await person.post('/api/auth/two-factor/enable', { code });

    expect(await signIn(device.show(await ask()))).toMatchObject({ status: 200 });
    expect(await signIn(device.show(await ask(), { isVerified: false }))).toMatchObject(refused);
  });

  it('answers a question once, also of many who bring the same answer', async () => {
    const { device } = await withPasskey();
    const proof = device.show(await ask());

    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(proof)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
    expect(await signIn(proof)).toMatchObject(refused);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:4201' }],
    ['another host', { rpId: 'evil.example' }],
    ['another purpose', { type: 'webauthn.create' }],
    ['another owner', { userHandle: Buffer.from('somebody else').toString('base64url') }],
    ['a counter that stands still', { counter: 1 }],
  ])('opens nothing with the answer of %s', async (_, than) => {
    const { device } = await withPasskey();

    expect(await signIn(device.show(await ask(), than))).toMatchObject(refused);
    expect(await signIn(device.show(await ask()))).toMatchObject({ status: 200 });
  });

  it('opens nothing with a question that was never asked, or too long ago', async () => {
    const { device, person } = await withPasskey();
    const old = await ask();
    await api.database.source.query(
      `UPDATE passkey_challenges SET expires_at = now() - interval '1 second' WHERE challenge = $1`,
      [old.challenge],
    );

    expect(await signIn(device.show(old))).toMatchObject(refused);
    expect(await signIn(device.show({ ...old, challenge: 'made-up' }))).toMatchObject(refused);
    // Nor with the question by which one is made.
    expect(await signIn(device.show(await begin(person)))).toMatchObject(refused);
  });

  it('opens nothing with a key that is not its own', async () => {
    const { device } = await withPasskey();
    const other = new Authenticator(ORIGIN);

    expect(await signIn({ ...other.show(await ask()), id: device.id })).toMatchObject(refused);
    expect(await signIn(other.show(await ask()))).toMatchObject(refused);
    expect(await signIn({ ...device.show(await ask()), clientDataJSON: 'bm8' })).toMatchObject(refused);
  });

  it('is made only by who has just shown who they are, for themselves, and once', async () => {
    const { person: ann } = await withPasskey();
    const ben = await api.person();
    const device = new Authenticator(ORIGIN);
    const wish = await begin(ann);

    expect(await add(ben, device.make(wish))).toMatchObject(refused);
    const made = device.make(wish);
    expect(await add(ann, device.make(wish, 'x', { origin: 'https://evil.example' }))).toMatchObject(refused);
    expect(await add(ann, made)).toMatchObject(refused);
    expect(await add(ann, device.make(await begin(ann)))).toMatchObject({ status: 201 });
    expect(await add(ben, device.make(await begin(ben)))).toMatchObject({
      status: 409,
      body: { code: 'auth.passkey-known' },
    });
    expect(
      await add(ann, new Authenticator(ORIGIN).make(await begin(ann), 'x', { isVerified: false })),
    ).toMatchObject(refused);
    const late = new Authenticator(ORIGIN).make(await begin(ann));
    await age(ann);
    expect(await add(ann, late)).toMatchObject({ status: 403, body: { code: 'auth.reauth-required' } });
    expect(await ann.post('/api/auth/passkeys/options')).toMatchObject({ status: 403 });
  });

  it('proves again who somebody is, and nobody else', async () => {
    const { device, person: ann } = await withPasskey();
    const { device: bens } = await withPasskey();
    await age(ann);

    expect(await ann.post('/api/auth/passkeys/reauth', bens.show(await ask()))).toMatchObject(refused);
    expect(await ann.post('/api/auth/two-factor')).toMatchObject({ status: 403 });
    expect(await ann.post('/api/auth/passkeys/reauth', device.show(await ask()))).toMatchObject({
      status: 204,
    });
    expect(await ann.post('/api/auth/two-factor')).toMatchObject({ status: 200 });
  });

  it('is renamed and removed by its owner; then whoever came in by it is out', async () => {
    const { device, person: ann, id } = await withPasskey();
    const ben = await api.person();
    const path = `/api/auth/passkeys/${id}`;
    const { body, headers } = await signIn(device.show(await ask()));
    const socket = await Person.from(api.url, body, headers).connect();
    const closed = nextEvents(socket, 'session:closed', 1);

    expect(await ben.patch(path, { name: 'mine' })).toMatchObject({
      body: { code: 'auth.passkey-not-found' },
    });
    expect(await ben.delete(path)).toMatchObject({ body: { code: 'auth.passkey-not-found' } });
    expect(await ann.patch(path, { name: 'Old phone' })).toMatchObject({ status: 204 });
    expect((await ann.get<PasskeyList>('/api/auth/passkeys')).body.items).toMatchObject([
      { name: 'Old phone' },
    ]);
    expect(await ann.delete(path)).toMatchObject({ status: 204 });

    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
    expect(await signIn(device.show(await ask()))).toMatchObject(refused);
    expect(await ann.get('/api/users/me')).toMatchObject({ status: 200 });
  });

  it('is not removed when it is the last way in, also of two at the same time', async () => {
    const { person: ann, id } = await withPasskey();
    const second = await add(ann, new Authenticator(ORIGIN).make(await begin(ann)));
    await api.database.source.query('UPDATE users SET password_hash = NULL WHERE id = $1', [ann.id]);

    const answers = await Promise.all(
      [id, second.body.id].map((one) => ann.delete<Problem>(`/api/auth/passkeys/${one}`)),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('auth.last-sign-in-method');
    expect((await ann.get<PasskeyList>('/api/auth/passkeys')).body.items).toHaveLength(1);
    expect(await api.post('/api/auth/login', { login: ann.username, password: PASSWORD })).toMatchObject({
      status: 401,
    });
  });

  it('is one of twenty at most', async () => {
    const { person: ann } = await withPasskey();
    await api.database.source.query(
      `INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, name, synced)
       SELECT gen_random_uuid(), $1, gen_random_uuid()::text, '', 0, 'x', false FROM generate_series(1, 19)`,
      [ann.id],
    );

    expect(await ann.post('/api/auth/passkeys/options')).toMatchObject({
      status: 409,
      body: { code: 'auth.too-many-passkeys' },
    });
  });

  it.each([{}, { id: 'x' }, { id: 'ä', clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' }])(
    'refuses %j',
    async (body) => {
      expect(await api.post('/api/auth/passkeys/sign-in', body)).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      });
    },
  );
});
