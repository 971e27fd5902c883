import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { describe, expect, it } from '@jest/globals';
import type { Session } from '@parley/contracts';
import { ErrorTexts, Notices } from '@parley/web-core';
import { provideKeysAsTexts, settle } from '@parley/web-testing';
import { Confirm } from '@parley/web-ui';
import { of } from 'rxjs';
import { AccountApi } from './account-api';
import { SessionsList } from './sessions-list';

function aSession(wishes: Partial<Session>): Session {
  return {
    id: 'session',
    current: false,
    userAgent: 'Firefox/140 Linux',
    ip: '127.0.0.1',
    createdAt: '2026-01-01T10:00:00.000Z',
    lastSeenAt: '2026-01-01T10:00:00.000Z',
    ...wishes,
  };
}

async function setup({
  isSure = true,
  sessions = [aSession({ id: 'other' }), aSession({ current: true })],
} = {}) {
  const ended: string[] = [];
  const api: Partial<AccountApi> = {
    sessions: () => of(sessions),
    endSession: (id) => of(void ended.push(id)),
    endOtherSessions: () => of(void ended.push('others')),
  };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      { provide: AccountApi, useValue: api },
      { provide: Confirm, useValue: { ask: async () => isSure } },
      { provide: Notices, useValue: { showError: () => undefined } },
      { provide: ErrorTexts, useValue: { of: (error: Error) => error.message } },
    ],
  });
  const fixture = TestBed.createComponent(SessionsList);
  await settle();
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const rows = Array.from(
    (fixture.nativeElement as HTMLElement).querySelectorAll('li'),
    (row) => row.textContent,
  );
  return { loader, rows, ended };
}

describe('SessionsList', () => {
  it('shows this device first, and does not offer to end it', async () => {
    const { loader, rows } = await setup();

    expect(rows[0]).toContain('thisDevice');
    expect(
      await loader.getAllHarnesses(MatButtonHarness.with({ text: 'settings.account.end' })),
    ).toHaveLength(1);
  });

  it('ends one session at once', async () => {
    const { loader, ended } = await setup();

    await (await loader.getHarness(MatButtonHarness.with({ text: 'settings.account.end' }))).click();

    expect(ended).toEqual(['other']);
  });

  it.each([
    [true, ['others']],
    [false, []],
  ])('asks before it ends all others: %s', async (isSure, ended) => {
    const setting = await setup({ isSure });

    await (
      await setting.loader.getHarness(MatButtonHarness.with({ text: 'settings.account.endOthers' }))
    ).click();

    expect(setting.ended).toEqual(ended);
  });

  it('has nothing to end where there is only this device', async () => {
    const { loader } = await setup({ sessions: [aSession({ current: true })] });

    expect(await loader.getAllHarnesses(MatButtonHarness)).toEqual([]);
  });
});
