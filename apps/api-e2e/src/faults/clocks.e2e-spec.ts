import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Authenticated } from '@parley/contracts';
import { ApiUnderFault } from '../support/api-under-fault.js';
import { checkInvariants, report } from '../support/invariants.js';
import { answerOf, type Person } from '../support/person.js';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const PAUSE = 20;

describe.each([
  { server: 'right', ahead: 0 },
  { server: 'a day ahead of its database', ahead: 1 },
  { server: 'a day behind its database', ahead: -1 },
])('F22: clocks that are wrong, and a server whose clock is $server', ({ ahead }) => {
  let api: ApiUnderFault;

  beforeAll(async () => {
    api = await ApiUnderFault.start(clockOff(ahead));
  });

  afterAll(() => api.stop());

  it('change neither the order nor what arrives', async () => {
    const days = [-1, 0, 1];
    const conversation = await api.conversation(days.length, (place) => ({
      clockAhead: (days[place] ?? 0) * DAY,
    }));
    let isOver = false;
    const writers = conversation.clients.map((client) => client.talkUntil(() => isOver, PAUSE));

    await sleep(1_500);
    isOver = true;
    await Promise.all(writers);

    const figures = await checkInvariants(conversation, api.query);
    await report(`F22 ${ahead}`, { serverAheadDays: ahead, writers: days.length, ...figures });
    const times = conversation.clients.flatMap(({ acknowledged }) => acknowledged.map((m) => m.createdAt));
    const now = Date.now();
    expect(times.every((time) => Math.abs(Date.parse(time) - now) < 60_000)).toBe(true);
  });

  it('sign nobody out', async () => {
    const person = await api.person();

    const { status, body } = await refresh(api, person);

    expect(status).toBe(200);
    expect(Math.round((issuedAt(body.accessToken) - Date.now()) / DAY)).toBeCloseTo(ahead);
    expect(body.user.id).toBe(person.id);
    expect((await person.get('/api/users/me')).status).toBe(200);
  });
});

/** Milliseconds, by the clock of the server. */
function issuedAt(token: string): number {
  const [, claims = ''] = token.split('.');
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number }).iat * 1_000;
}

/** What a process takes for a clock that is wrong by so many days. */
function clockOff(days: number): Record<string, string> {
  if (days === 0) {
    return {};
  }
  const settings = execFileSync('faketime', ['-f', `${days > 0 ? '+' : ''}${days}d`, 'env'], {
    encoding: 'utf8',
  });
  const wanted = settings.matchAll(/^(LD_PRELOAD|FAKETIME)=(.*)$/gm);
  // What is measured, such as how long something takes, is not a matter of the clock on the wall.
  return {
    ...Object.fromEntries(Array.from(wanted, ([, name = '', value = '']) => [name, value])),
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

async function refresh(api: ApiUnderFault, { cookie }: Person) {
  const headers = { cookie, origin: 'http://localhost:4200' };
  return answerOf<Authenticated>(
    await fetch(`${api.proxy.url}/api/auth/refresh`, { method: 'POST', headers }),
  );
}
