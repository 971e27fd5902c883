import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { describe, expect, it } from '@jest/globals';
import type { CreateToken, PersonalToken } from '@parley/contracts';
import { ErrorTexts, Notices } from '@parley/web-core';
import { provideKeysAsTexts, settle } from '@parley/web-testing';
import { Confirm } from '@parley/web-ui';
import { firstValueFrom, type Observable, of } from 'rxjs';
import { Reauthentication } from './reauthentication';
import { SecurityApi } from './security-api';
import { toCreateToken } from './token-form';
import { TokensList } from './tokens-list';

const aToken: PersonalToken = {
  id: 'one',
  name: 'bot',
  scopes: ['read'],
  createdAt: '2026-01-01T10:00:00.000Z',
  lastUsedAt: null,
  expiresAt: null,
};

async function setup({ isSure = true } = {}) {
  const created: CreateToken[] = [];
  const removed: string[] = [];
  const api: Partial<SecurityApi> = {
    tokens: () => of([aToken]),
    createToken: (wish) => {
      created.push(wish);
      return of({ id: 'two', token: 'parley_pat_secret' });
    },
    removeToken: (id) => of(void removed.push(id)),
  };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      { provide: SecurityApi, useValue: api },
      {
        provide: Reauthentication,
        useValue: { run: (request: Observable<unknown>) => firstValueFrom(request) },
      },
      { provide: Confirm, useValue: { ask: async () => isSure } },
      { provide: Notices, useValue: { showError: () => undefined } },
      { provide: ErrorTexts, useValue: { of: (error: Error) => error.message } },
    ],
  });
  const fixture = TestBed.createComponent(TokensList);
  await settle();
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const press = async (text: string) => (await loader.getHarness(MatButtonHarness.with({ text }))).click();
  const text = () => (fixture.nativeElement as HTMLElement).textContent;
  return { loader, press, text, created, removed };
}

describe('TokensList', () => {
  it('shows a new token, which nobody sees again', async () => {
    const { loader, press, text, created } = await setup();
    await (await loader.getHarness(MatInputHarness)).setValue('reader');

    await press('settings.security.tokens.create');
    await settle();

    expect(created).toEqual([expect.objectContaining({ name: 'reader', scopes: ['read'] })]);
    expect(text()).toContain('parley_pat_secret');
  });

  it.each([
    [true, ['one']],
    [false, []],
  ])('asks before it takes one back: %s', async (isSure, expected) => {
    const { press, removed } = await setup({ isSure });

    await press('settings.security.tokens.remove');

    expect(removed).toEqual(expected);
  });
});

describe('toCreateToken', () => {
  it.each([
    [{ access: 'read', days: 0 }, { scopes: ['read'] }],
    [
      { access: 'write', days: 1 },
      { scopes: ['read', 'write'], expiresAt: '1970-01-02T00:00:00.000Z' },
    ],
  ] as const)('makes of %j %j', (wish, expected) => {
    expect(toCreateToken({ name: 'bot', ...wish }, 0)).toEqual({ name: 'bot', ...expected });
  });
});
