import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Authenticated, Problem } from '@parley/contracts';
import { eventually } from '../support/data-directory.js';
import { nextEvents, Person, refreshCookieOf } from '../support/person.js';
import { RunningApi } from '../support/running-api.js';
import { TcpProxy } from '../support/tcp-proxy.js';

describe('refresh tokens in trouble', () => {
  let api: RunningApi;
  let network: TcpProxy;

  beforeAll(async () => {
    api = await RunningApi.start();
    network = await TcpProxy.start(() => Number(new URL(api.url).port));
  });

  afterAll(async () => {
    await network.close();
    await api.stop();
  });

  const refresh = (cookie: string) => api.refresh<Authenticated & Problem>(cookie);
  const rotatedAt = async ({ sessionId }: Person) => {
    const [row] = await api.database.source.query<{ rotated_at: Date }[]>(
      'SELECT rotated_at FROM sessions WHERE id = $1',
      [sessionId],
    );
    return row?.rotated_at.getTime();
  };

  it('F24: a lost answer, and two tabs that ask again at once, sign nobody out', async () => {
    const ann = await api.person();
    const before = await rotatedAt(ann);
    network.loseAnswers();
    const lost = fetch(`${network.url}/api/auth/refresh`, {
      method: 'POST',
      headers: { cookie: ann.cookie },
    }).then(refreshCookieOfAnswer, () => 'lost');
    // The server has exchanged the token; nobody has heard of it.
    await eventually(async () => expect(await rotatedAt(ann)).not.toBe(before));
    network.cutAll();
    network.hearAnswers();
    expect(await lost).toBe('lost');

    const tabs = await Promise.all([refresh(ann.cookie), refresh(ann.cookie)]);

    expect(tabs.map(({ status }) => status)).toEqual([200, 200]);
    expect(tabs[0].cookie).toBe(tabs[1].cookie);
    expect((await refresh(tabs[0].cookie)).status).toBe(200);
    expect((await ann.get('/api/users/me')).status).toBe(200);
  });

  it('F25: a stolen token ends the session of both, with its sockets, and no other', async () => {
    const ann = await api.person();
    const other = await api.signIn(ann.username);
    const thief = await refresh(ann.cookie);
    const owner = await refresh(thief.cookie);
    const socket = await Person.from(api.url, owner.body, owner.headers).connect();
    const closed = nextEvents(socket, 'session:closed', 1);

    const replayed = await refresh(ann.cookie);

    expect(replayed).toMatchObject({ status: 401, body: { code: 'auth.session-revoked' } });
    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
    expect(await refresh(owner.cookie)).toMatchObject({ status: 401 });
    expect(await refresh(thief.cookie)).toMatchObject({ status: 401 });
    expect((await ann.get<Problem>('/api/users/me')).body.code).toBe('auth.session-revoked');
    expect((await other.get('/api/users/me')).status).toBe(200);
  });
});

function refreshCookieOfAnswer({ headers }: Response): string {
  return refreshCookieOf(headers);
}
