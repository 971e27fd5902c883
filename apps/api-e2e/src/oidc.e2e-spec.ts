import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Authenticated,
  LinkedIdentityList,
  Problem,
  ProviderAddress,
  SignInMethods,
  TwoFactorSecret,
} from '@parley/contracts';
import { Secret, TOTP } from 'otpauth';
import { type Identity, OidcIssuer } from './support/oidc-issuer.js';
import { PASSWORD, Person } from './support/person.js';
import { Wanderer } from './support/redirects.js';
import { RunningApi } from './support/running-api.js';

const PUBLIC_URL = 'http://localhost:4200';
const CALLBACK = `${PUBLIC_URL}/api/auth/oidc/company/callback`;

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

function anIdentity(wishes: Partial<Identity> = {}): Identity {
  const sub = randomUUID();
  return { sub, email: `${sub}@example.org`, email_verified: true, name: 'Ann Example', ...wishes };
}

describe('signing in by a provider', () => {
  let issuer: OidcIssuer;
  let api: RunningApi;

  const settings = (one: OidcIssuer) =>
    JSON.stringify([
      one.settings('company', 'Company'),
      { id: 'gone', name: 'Gone', issuer: 'http://127.0.0.1:9', clientId: 'parley' },
    ]);

  beforeAll(async () => {
    issuer = await OidcIssuer.start([CALLBACK]);
    api = await RunningApi.start({ env: { OIDC_PROVIDERS: settings(issuer) } });
  });

  afterAll(async () => {
    await api.stop();
    await issuer.stop();
  });

  const depart = async (query = '', server = api) => {
    const browser = new Wanderer();
    const { location } = await browser.visit(`${server.url}/api/auth/oidc/company${query}`);
    return { browser, url: new URL(location) };
  };
  /** @param url of the provider @returns its answer, as an address of the server under test */
  const throughProvider = async (url: URL, identity: Identity, server = api) => {
    issuer.person = identity;
    const back = new URL(await new Wanderer().follow(url.href));
    expect(back.origin + back.pathname).toBe(CALLBACK);
    return new URL(back.pathname + back.search, server.url);
  };
  const signIn = async (identity: Identity, query = '', server = api) => {
    const { browser, url } = await depart(query, server);
    const { location } = await browser.visit((await throughProvider(url, identity, server)).href);
    return { browser, location };
  };
  const personIn = async ({ cookie }: Wanderer) => {
    const { body, headers } = await api.post<Authenticated>('/api/auth/refresh', undefined, { cookie });
    return Person.from(api.url, body, headers);
  };
  const link = async (who: Person, identity: Identity, way: 'link' | 'reauth' = 'link') => {
    const browser = new Wanderer();
    const answer = await fetch(`${api.url}/api/auth/oidc/company/${way}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${who.token}` },
    });
    browser.cookies.set('oidc', /oidc=([^;]*)/.exec(answer.headers.getSetCookie().join())?.[1] ?? '');
    const { url } = (await answer.json()) as ProviderAddress;
    return browser.visit((await throughProvider(new URL(url), identity)).href);
  };
  const age = (who: Person) =>
    api.database.source.query(
      `UPDATE sessions SET proved_at = now() - interval '1 hour' WHERE user_id = $1`,
      [who.id],
    );

  it('is offered by those that the settings name', async () => {
    expect(await api.get('/api/auth/providers')).toMatchObject({
      body: {
        items: [
          { id: 'company', name: 'Company' },
          { id: 'gone', name: 'Gone' },
        ],
      },
    });
    expect(await new Wanderer().visit(`${api.url}/api/auth/oidc/elsewhere`)).toEqual({
      status: 302,
      location: '/login?problem=auth.provider-unknown',
    });
  });

  it('makes an account with a free name, and opens it again the next time', async () => {
    const identity = anIdentity({ preferred_username: 'Änn Example' });

    const first = await signIn(identity, '?returnUrl=/people');
    const ann = await personIn(first.browser);
    const again = await personIn((await signIn(identity)).browser);
    const other = await personIn((await signIn(anIdentity({ preferred_username: 'ann-example' }))).browser);

    expect(first.location).toBe('/people');
    expect(ann.me).toMatchObject({
      username: 'ann-example',
      displayName: 'Ann Example',
      emailVerified: true,
    });
    expect(again.id).toBe(ann.id);
    expect(other.me.username).toBe('ann-example-2');
    expect((await ann.get<SignInMethods>('/api/auth/methods')).body).toEqual({
      password: false,
      passkeys: 0,
      identities: 1,
    });
    expect(await api.post('/api/auth/login', { login: 'ann-example', password: PASSWORD })).toMatchObject({
      status: 401,
      body: { code: 'auth.invalid-credentials' },
    });
  });

  it('sends PKCE, state and nonce, and keeps them where no script sees them', async () => {
    const answer = await fetch(`${api.url}/api/auth/oidc/company`, { redirect: 'manual' });
    const url = new URL(answer.headers.get('location') ?? '');

    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: CALLBACK,
    });
    expect(answer.headers.getSetCookie().join()).toMatch(/^oidc=.*HttpOnly.*SameSite=Lax/i);
  });

  it.each([
    ['state', 'auth.sign-in-expired', (url: URL) => url.searchParams.set('state', 'other')],
    ['code', 'auth.provider-refused', (url: URL) => url.searchParams.set('code', 'other')],
    ['issuer', 'auth.provider-refused', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
  ])('refuses an answer with another %s', async (_, problem, change) => {
    const { browser, url } = await depart();
    const back = await throughProvider(url, anIdentity());
    change(back);

    expect((await browser.visit(back.href)).location).toBe(`/login?problem=${problem}&returnUrl=%2F`);
    expect(browser.cookies.get('refresh')).toBeUndefined();
  });

  it.each(['nonce', 'code_challenge'])('refuses an answer to another %s than its own', async (name) => {
    const { browser, url } = await depart();
    url.searchParams.set(name, 'x'.repeat(43));

    const back = await throughProvider(url, anIdentity());

    expect((await browser.visit(back.href)).location).toContain('problem=auth.provider-refused');
  });

  it('takes an answer once, and of the browser that asked alone', async () => {
    const { browser, url } = await depart();
    const kept = browser.cookies.get('oidc') ?? '';
    const back = await throughProvider(url, anIdentity());

    expect((await new Wanderer().visit(back.href)).location).toContain('problem=auth.sign-in-expired');
    expect((await browser.visit(back.href)).location).toBe('/');
    const thief = new Wanderer();
    thief.cookies.set('oidc', kept);
    expect((await thief.visit(back.href)).location).toContain('problem=auth.provider-refused');
    thief.cookies.set('oidc', `${kept}x`);
    expect((await thief.visit(back.href)).location).toContain('problem=auth.sign-in-expired');
    expect(thief.cookies.get('refresh')).toBeUndefined();
  });

  it('says when the provider does not answer, or the person did not want to', async () => {
    const browser = new Wanderer();
    expect((await browser.visit(`${api.url}/api/auth/oidc/gone?returnUrl=/people`)).location).toBe(
      '/login?problem=auth.provider-unavailable&returnUrl=%2Fpeople',
    );
    const { browser: other, url } = await depart();
    const state = url.searchParams.get('state') ?? '';
    const denied = `${api.url}/api/auth/oidc/company/callback?error=access_denied&state=${state}&iss=${issuer.url}`;
    expect((await other.visit(denied)).location).toContain('problem=auth.provider-refused');
  });

  it.each([['//evil.example'], ['https://evil.example'], ['/\\evil.example']])(
    'leads nobody to %s',
    async (returnUrl) => {
      const { status, body } = await api.get<Problem>(
        `/api/auth/oidc/company?returnUrl=${encodeURIComponent(returnUrl)}`,
      );

      expect([status, body.code]).toEqual([400, 'request.invalid']);
    },
  );

  it.each([true, false])('opens no account by its address alone (verified: %s)', async (email_verified) => {
    const ann = await api.person();

    const { location, browser } = await signIn(
      anIdentity({ email: `${ann.username}@Example.org`, email_verified }),
    );

    expect(location).toContain('problem=auth.identity-not-linked');
    expect(browser.cookies.get('refresh')).toBeUndefined();
  });

  it('needs an address, and believes it only as far as the provider does', async () => {
    const { location } = await signIn(anIdentity({ email: undefined }));
    const ben = await personIn((await signIn(anIdentity({ email_verified: false }))).browser);

    expect(location).toContain('problem=auth.provider-email-missing');
    expect(ben.me.emailVerified).toBe(false);
  });

  it('is linked by who has just shown who they are, and taken back again', async () => {
    const ann = await api.person();
    const identity = anIdentity({ email: `${ann.username}@example.org` });
    await age(ann);
    expect(await ann.post('/api/auth/oidc/company/link')).toMatchObject({
      status: 403,
      body: { code: 'auth.reauth-required' },
    });
    await ann.post('/api/auth/reauth', { password: PASSWORD });

    expect((await link(ann, identity)).location).toBe('/settings/security?done=linked');

    const device = await personIn((await signIn(identity)).browser);
    expect(device.id).toBe(ann.id);
    const { items } = (await ann.get<LinkedIdentityList>('/api/auth/identities')).body;
    expect(items).toMatchObject([{ provider: 'company', name: 'Company', email: identity.email }]);
    const ben = await api.person();
    expect((await link(ben, identity)).location).toBe('/settings/security?problem=auth.identity-taken');
    expect(await ben.delete(`/api/auth/identities/${items[0]?.id}`)).toMatchObject({
      body: { code: 'auth.identity-not-found' },
    });

    const socket = await device.connect();
    const closed = new Promise((resolve) => socket.once('session:closed', resolve));
    expect(await ann.delete(`/api/auth/identities/${items[0]?.id}`)).toMatchObject({ status: 204 });

    expect(await closed).toEqual({ reason: 'auth-revoked' });
    expect(await device.get('/api/users/me')).toMatchObject({ status: 401 });
    expect(await ann.get('/api/users/me')).toMatchObject({ status: 200 });
    expect((await signIn(identity)).location).toContain('problem=auth.identity-not-linked');
  });

  it('does not link for who has signed out meanwhile', async () => {
    const ann = await api.person();
    const other = await api.signIn(ann.username);
    await other.delete(`/api/auth/sessions/${ann.sessionId}`);

    expect(await ann.post('/api/auth/oidc/company/link')).toMatchObject({ status: 401 });
  });

  it('is not taken away from who has no other way in', async () => {
    const identity = anIdentity();
    const ann = await personIn((await signIn(identity)).browser);
    const { items } = (await ann.get<LinkedIdentityList>('/api/auth/identities')).body;

    expect(await ann.delete(`/api/auth/identities/${items[0]?.id}`)).toMatchObject({
      status: 409,
      body: { code: 'auth.last-sign-in-method' },
    });
    expect((await ann.get<LinkedIdentityList>('/api/auth/identities')).body.items).toHaveLength(1);
  });

  it('proves who somebody is where there is no password', async () => {
    const identity = anIdentity();
    const ann = await personIn((await signIn(identity)).browser);
    await age(ann);
    expect(await ann.post('/api/auth/two-factor')).toMatchObject({ body: { code: 'auth.reauth-required' } });

    expect((await link(ann, anIdentity(), 'reauth')).location).toContain('problem=auth.provider-refused');
    expect(await ann.post('/api/auth/two-factor')).toMatchObject({ status: 403 });
    expect((await link(ann, identity, 'reauth')).location).toBe('/settings/security?done=proved');

    expect(await ann.post('/api/auth/two-factor')).toMatchObject({ status: 200 });
  });

  it('still asks for the second factor of the account', async () => {
    const identity = anIdentity();
    const ann = await personIn((await signIn(identity)).browser);
    const { secret } = (await ann.post<TwoFactorSecret>('/api/auth/two-factor')).body;
    await ann.post('/api/auth/two-factor/enable', { code: codeOf(secret, -1) });
    const finish = (cookie: string, code: string) =>
      api.post<Authenticated & Problem>('/api/auth/oidc/finish', { code }, { cookie });

    const { browser, location } = await signIn(identity, '?returnUrl=/people');

    expect(location).toBe('/login?step=code&returnUrl=%2Fpeople');
    expect(browser.cookies.get('refresh')).toBeUndefined();
    expect(await finish('', codeOf(secret))).toMatchObject({ body: { code: 'auth.sign-in-expired' } });
    expect(await finish(browser.cookie, '000000')).toMatchObject({
      status: 401,
      body: { code: 'auth.second-factor-invalid' },
    });
    expect(await finish(browser.cookie, codeOf(secret))).toMatchObject({
      status: 200,
      body: { user: { id: ann.id } },
    });
  });

  it.each([
    ['closed', 'auth.registration-closed'],
    ['invite', 'auth.invite-required'],
  ])('makes no accounts where registration is %s', async (REGISTRATION, problem) => {
    const server = await RunningApi.start({ env: { OIDC_PROVIDERS: settings(issuer), REGISTRATION } });
    const first = await signIn(anIdentity(), '', server);
    expect(first.location).toBe('/');

    const { location } = await signIn(anIdentity(), '', server);

    expect(location).toContain(`problem=${problem}`);
    await server.stop();
  });
});
