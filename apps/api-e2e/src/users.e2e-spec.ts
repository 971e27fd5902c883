import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me, Problem, Profile, UserPage } from '@parley/contracts';
import type { Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

describe('users', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben] = [await api.person('ann'), await api.person('ben')];
  });

  afterAll(() => api.stop());

  it('tells people who they are, with what only they may see', async () => {
    const { status, body } = await ann.get<Me>('/api/users/me');

    expect(status).toBe(200);
    expect(body).toEqual(ann.me);
    expect(body).toMatchObject({ email: 'ann@example.org', role: 'admin', locale: 'en', readReceipts: true });
  });

  it('shows others without that', async () => {
    const { body } = await ben.get<Profile>(`/api/users/${ann.id.toUpperCase()}`);

    expect(body).toMatchObject({ username: 'ann', deleted: false, blockedByMe: false });
    expect(Object.keys(body)).toEqual(expect.not.arrayContaining(['email', 'role', 'passwordHash']));
    expect((await ben.get<Profile>('/api/users/ANN')).body).toEqual(body);
  });

  it('finds people by a part of their names', async () => {
    await ben.patch('/api/users/me', { displayName: 'Benjamin Ann-Other' });

    const { body } = await ann.get<UserPage>('/api/users?query=ANN&limit=1');
    const { body: rest } = await ann.get<UserPage>(`/api/users?query=ann&limit=1&cursor=${body.nextCursor}`);

    expect([body, rest].map(({ items }) => items.map(({ username }) => username))).toEqual([
      ['ann'],
      ['ben'],
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  it.each(['x', 'eyJhIjoxfQ', 'A'.repeat(1_000)])('refuses the cursor %.12s', async (cursor) => {
    expect(await ann.get<Problem>(`/api/users?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid-cursor' },
    });
  });

  it.each(['nobody-here', randomUUID()])('does not know %s', async (name) => {
    expect(await ann.get<Problem>(`/api/users/${name}`)).toMatchObject({
      status: 404,
      body: { code: 'user.not-found' },
    });
  });

  it.each([
    ['/role', { role: 'admin' }],
    ['/username', { username: 'queen' }],
    ['/email', { email: 'other@example.org' }],
    ['/displayName', { displayName: ' \u200b ' }],
    ['/displayName', { displayName: '🙂'.repeat(81) }],
    ['/displayName', { displayName: null }],
    ['/bio', { bio: 'x'.repeat(501) }],
    ['/locale', { locale: 'tlh' }],
    ['/readReceipts', { readReceipts: 'no' }],
    ['/statusExpiresAt', { statusExpiresAt: 'tomorrow' }],
  ])('refuses to change %s to %j', async (pointer, changes) => {
    expect(await ben.patch<Problem>('/api/users/me', changes)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', errors: [{ pointer }] },
    });
  });

  it.each([
    { displayName: '👨‍👩‍👧‍👦'.repeat(11) },
    { bio: '<script>alert(1)</script>' },
    { bio: "'); DROP TABLE users; --" },
  ])('keeps %j as it is', async (changes) => {
    expect(await ben.patch<Me>('/api/users/me', changes)).toMatchObject({ status: 200, body: changes });
  });

  it.each(['/api/users', '/api/users/me', '/api/users/ann'])(
    'tells nothing at %s to who is not signed in',
    async (path) => {
      expect(await api.get(path)).toMatchObject({ status: 401, body: { code: 'auth.required' } });
    },
  );
});
