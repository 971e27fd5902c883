import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Authenticated, Me, Problem, SessionList } from '@parley/contracts';
import { nextEvents, type Person, PASSWORD } from './support/person.js';
import { RunningApi } from './support/running-api.js';

describe('signing in', () => {
  let api: RunningApi;
  let ann: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
    ann = await api.person('ann');
  });

  afterAll(() => api.stop());

  const register = (wish: object) =>
    api.post<Problem>('/api/auth/register', {
      ...{ username: 'somebody', email: 'somebody@example.org', password: PASSWORD },
      ...wish,
    });

  it('makes the first account, and no other, the administrator', async () => {
    const ben = await api.person();

    expect(ann.me).toMatchObject({ username: 'ann', displayName: 'ann', role: 'admin' });
    expect(ben.me.role).toBe('user');
  });

  it('keeps the refresh token away from scripts', async () => {
    const { headers } = await api.post('/api/auth/login', { login: 'ANN@example.org', password: PASSWORD });

    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^refresh=[0-9a-f-]{36}\.[\w-]{43}; /);
    expect(cookie.split('; ')).toEqual(
      expect.arrayContaining(['Path=/api/auth', 'HttpOnly', 'SameSite=Strict']),
    );
  });

  it.each([
    ['a user name that is taken', { username: 'ANN' }, 409, 'auth.username-taken'],
    ['one that only looks different', { username: 'ａｎｎ' }, 409, 'auth.username-taken'],
    ['an address that is taken', { email: 'Ann@Example.org' }, 409, 'auth.email-taken'],
    ['a short password', { password: 'seven77' }, 400, 'auth.password-too-weak'],
    ['a long password', { password: 'long '.repeat(26) }, 400, 'auth.password-too-weak'],
    ['a password that everybody has', { password: 'Password1' }, 400, 'auth.password-too-weak'],
    ['the user name as password', { password: 'Somebody' }, 400, 'auth.password-too-weak'],
    ['a user name with a blank', { username: 'some body' }, 400, 'request.invalid'],
    ['an address without a domain', { email: 'somebody' }, 400, 'request.invalid'],
    ['a role', { role: 'admin' }, 400, 'request.invalid'],
  ])('refuses %s', async (_, wish, status, code) => {
    expect(await register(wish)).toMatchObject({ status, body: { code } });
  });

  it('says which field holds the weak password', async () => {
    expect((await register({ password: 'seven77' })).body.errors).toEqual([
      { pointer: '/password', detail: 'must have at least 8 characters' },
    ]);
  });

  it.each([
    ['a wrong password', 'ann'],
    ['an unknown name', 'nobody'],
    ['an unknown address', 'nobody@example.org'],
  ])('answers the same to %s', async (_, login) => {
    const { status, body } = await api.post<Problem>('/api/auth/login', { login, password: 'wrong horse' });

    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 401,
      code: 'auth.invalid-credentials',
      detail: undefined,
    });
  });

  it('takes the letters of a password however they are composed', async () => {
    await register({
      username: 'zoe',
      email: 'zoe@example.org',
      password: 'zoë loves cafés'.normalize('NFD'),
    });

    const login = { login: 'zoe', password: 'zoë loves cafés'.normalize('NFC') };
    expect(await api.post('/api/auth/login', login)).toMatchObject({ status: 200 });
  });

  it('ends the session at logout, on REST, on sockets and for the cookie', async () => {
    const ben = await api.person();
    const socket = await ben.connect();
    const closed = nextEvents(socket, 'session:closed', 1);
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));

    const { status, headers } = await api.post('/api/auth/logout', undefined, { cookie: ben.cookie });

    expect({ status, cookie: headers.getSetCookie()[0] }).toEqual({
      status: 204,
      cookie: expect.stringMatching(/^refresh=; .*Expires=Thu, 01 Jan 1970/),
    });
    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
    await gone;
    expect(await ben.get('/api/users/me')).toMatchObject({
      status: 401,
      body: { code: 'auth.session-revoked' },
    });
    expect(await api.post('/api/auth/refresh', undefined, { cookie: ben.cookie })).toMatchObject({
      status: 401,
      body: { code: 'auth.session-revoked' },
    });
    await expect(ben.connect()).rejects.toMatchObject({ data: { code: 'auth.session-revoked' } });
  });

  it('lists the sessions of a person and ends them one by one or all but this one', async () => {
    const ben = await api.person();
    const [phone, tablet] = await Promise.all([api.signIn(ben.username), api.signIn(ben.username)]);
    const sessions = async () => (await ben.get<SessionList>('/api/auth/sessions')).body.items;
    const [own] = (await sessions()).filter(({ current }) => current);
    const other = (await phone.get<SessionList>('/api/auth/sessions')).body.items.find(
      ({ current }) => current,
    );

    expect(await sessions()).toHaveLength(3);
    expect(await ann.delete(`/api/auth/sessions/${other?.id}`)).toMatchObject({
      status: 404,
      body: { code: 'auth.session-not-found' },
    });
    expect(await ben.delete(`/api/auth/sessions/${other?.id}`)).toMatchObject({ status: 204 });
    expect(await phone.get('/api/users/me')).toMatchObject({ status: 401 });
    expect(await tablet.get('/api/users/me')).toMatchObject({ status: 200 });
    expect(await ben.delete('/api/auth/sessions')).toMatchObject({ status: 204 });
    expect(await tablet.get('/api/users/me')).toMatchObject({ status: 401 });
    expect(await sessions()).toEqual([own]);
  });

  it('ends the other sessions when the password changes', async () => {
    const ben = await api.person();
    const phone = await api.signIn(ben.username);
    const change = (currentPassword: string, newPassword: string) =>
      ben.post<Problem>('/api/auth/password', { currentPassword, newPassword });

    expect(await change('wrong horse', 'new horse battery')).toMatchObject({
      status: 401,
      body: { code: 'auth.invalid-credentials' },
    });
    expect(await change(PASSWORD, 'short')).toMatchObject({
      status: 400,
      body: { code: 'auth.password-too-weak', errors: [{ pointer: '/newPassword' }] },
    });
    expect(await change(PASSWORD, 'new horse battery')).toMatchObject({ status: 204 });
    expect(await phone.get('/api/users/me')).toMatchObject({ status: 401 });
    expect(await ben.get<Me>('/api/users/me')).toMatchObject({ status: 200, body: { id: ben.id } });
    const login = (password: string) => api.post('/api/auth/login', { login: ben.username, password });
    expect((await login(PASSWORD)).status).toBe(401);
    expect((await login('new horse battery')).status).toBe(200);
  });

  it.each(['register', 'login', 'refresh', 'logout'])('refuses other sites at %s', async (route) => {
    const answer = await api.post(`/api/auth/${route}`, {}, { origin: 'https://elsewhere.example' });

    expect(answer).toMatchObject({ status: 403, body: { code: 'request.foreign-origin' } });
  });
});

describe('the refresh token', () => {
  let api: RunningApi;
  let ann: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
    ann = await api.person();
  });

  afterAll(() => api.stop());

  const refresh = (cookie: string) => api.refresh<Authenticated & Problem>(cookie);

  it('is exchanged for a new one at each use', async () => {
    const { cookie } = await api.signIn(ann.username);

    const { status, body, cookie: next } = await refresh(cookie);

    expect({ status, user: body.user, isNew: next !== cookie }).toEqual({
      status: 200,
      user: ann.me,
      isNew: true,
    });
    expect((await refresh(next)).status).toBe(200);
  });

  it('is the same for all who ask with the same one: two tabs, or an answer that was lost', async () => {
    const { cookie } = await api.signIn(ann.username);

    const answers = await Promise.all([refresh(cookie), refresh(cookie), refresh(cookie)]);
    const late = await refresh(cookie);

    const cookies = [...answers, late].map((answer) => answer.cookie);
    expect(new Set(cookies).size).toBe(1);
    expect((await refresh(cookies[0] ?? '')).status).toBe(200);
  });

  it('ends the session when one that was used up comes again: somebody stole it', async () => {
    const thief = await api.signIn(ann.username);
    const socket = await thief.connect();
    const closed = nextEvents(socket, 'session:closed', 1);
    const second = await refresh(thief.cookie);
    const third = await refresh(second.cookie);

    const stolen = await refresh(thief.cookie);

    expect(stolen).toMatchObject({ status: 401, body: { code: 'auth.session-revoked' } });
    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
    expect(await refresh(third.cookie)).toMatchObject({ status: 401 });
    expect(await thief.get('/api/users/me')).toMatchObject({ status: 401 });
    expect(await ann.get('/api/users/me')).toMatchObject({ status: 200 });
  });

  it.each([
    ['', 'auth.required'],
    ['refresh=nonsense', 'auth.token-invalid'],
    [`refresh=01999999-0000-7000-8000-000000000000.${'x'.repeat(43)}`, 'auth.session-revoked'],
  ])('is refused when it is %j', async (cookie, code) => {
    expect(await refresh(cookie)).toMatchObject({ status: 401, body: { code } });
  });
});

describe('registration', () => {
  it('makes exactly one administrator, however many are first', async () => {
    const api = await RunningApi.start();
    const people = await Promise.all(Array.from({ length: 8 }, () => api.person()));

    expect(people.filter(({ me }) => me.role === 'admin')).toHaveLength(1);
    await api.stop();
  });

  it('can be closed to all but the first', async () => {
    const api = await RunningApi.start({ env: { REGISTRATION: 'closed' } });
    await api.person();

    await expect(api.person()).rejects.toThrow('auth.registration-closed');
    await api.stop();
  });
});
