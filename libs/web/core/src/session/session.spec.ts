import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Authenticated, Me } from '@parley/contracts';
import { aMe, aProblem } from '@parley/web-testing';
import { NEVER, type Observable, of, throwError } from 'rxjs';
import { ProblemError } from '../errors/problem-error';
import { AccountMemory } from './account-memory';
import { PageLoader } from './page-loader';
import { Session } from './session';
import { SessionApi } from './session-api';
import { TabLock } from './tab-lock';

const ann = aMe({ username: 'ann' });
const ben = aMe({ username: 'ben' });
const refused = (code: 'auth.required' | 'auth.session-revoked') =>
  throwError(() => new ProblemError(aProblem(code)));

class FakeMemory implements Pick<AccountMemory, 'changes' | 'read' | 'remember' | 'forget'> {
  me: Me | null = null;
  readonly changes = NEVER;
  read = () => this.me;
  remember = (me: Me) => void (this.me = me);
  forget = () => void (this.me = null);
}

describe('Session', () => {
  let memory: FakeMemory;
  let answer: Observable<Authenticated>;
  let refreshes: number;
  let loaded: string[];
  let session: Session;

  beforeEach(() => {
    memory = new FakeMemory();
    answer = of({ accessToken: 'first', expiresIn: 600, user: ann });
    refreshes = 0;
    loaded = [];
    const api: Partial<SessionApi> = {
      refresh: () => {
        refreshes += 1;
        return answer;
      },
      logout: () => of(undefined),
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionApi, useValue: api },
        { provide: AccountMemory, useValue: memory },
        { provide: PageLoader, useValue: { load: (path: string) => void loaded.push(path) } },
        { provide: TabLock, useValue: { run: (_: string, work: () => Promise<unknown>) => work() } },
      ],
    });
    session = TestBed.inject(Session);
  });

  it('knows who is signed in from the cookie', async () => {
    await session.start();

    expect(session.me()).toEqual(ann);
    await expect(session.token()).resolves.toBe('first');
  });

  it('says nothing to somebody who was never here', async () => {
    answer = refused('auth.required');

    await session.start();

    expect(session.isSignedIn()).toBe(false);
    expect(session.ended()).toBeNull();
  });

  it('opens without a network for who was signed in before', async () => {
    memory.me = ann;
    answer = throwError(() => new Error('no network'));

    await session.start();

    expect(session.me()).toEqual(ann);
    await expect(session.token()).rejects.toThrow('no network');
  });

  it('asks the server once, however many need a token', async () => {
    await session.start();
    session.adopt({ accessToken: 'short', expiresIn: 1, user: ann });
    refreshes = 0;

    await Promise.all([session.token(), session.token(), session.renew()]);

    expect(refreshes).toBe(1);
  });

  it('renews a token that would not live long enough', async () => {
    await session.start();
    answer = of({ accessToken: 'second', expiresIn: 600, user: ann });

    await expect(session.token(60_000)).resolves.toBe('first');
    await expect(session.token(700_000)).resolves.toBe('second');
  });

  it.each([
    ['auth.session-revoked', 'revoked'],
    ['auth.required', 'expired'],
  ] as const)('ends with %s, and says that it was %s', async (code, reason) => {
    memory.me = ann;
    answer = refused(code);

    await session.start();
    await session.token();

    expect(session.isSignedIn()).toBe(false);
    expect(session.ended()).toBe(reason);
    expect(memory.me).toBeNull();
  });

  it('loads the app anew when the cookie is of another account', async () => {
    memory.me = ben;

    await session.start();
    await session.token();

    expect(loaded).toEqual(['/']);
  });

  it('forgets the account when the person signs out', async () => {
    await session.start();

    await session.signOut();

    expect(memory.me).toBeNull();
    expect(loaded).toEqual(['/login']);
  });
});
