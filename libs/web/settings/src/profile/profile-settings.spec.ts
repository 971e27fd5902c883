import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { describe, expect, it } from '@jest/globals';
import type { Me, UpdateMe } from '@parley/contracts';
import { ErrorTexts, Notices, Session, UsersApi } from '@parley/web-core';
import { aMe, provideKeysAsTexts } from '@parley/web-testing';
import { of } from 'rxjs';
import { ProfileSettings } from './profile-settings';

async function setup(wishes: Partial<Me> = {}) {
  const me = signal<Me>(aMe({ displayName: 'Ann', bio: 'Likes tea.', ...wishes }));
  const sent: UpdateMe[] = [];
  const api: Partial<UsersApi> = {
    updateMe: (changes) => {
      sent.push(changes);
      me.update((before) => ({ ...before, ...changes }));
      return of(me());
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      { provide: Session, useValue: { me } },
      { provide: UsersApi, useValue: api },
      { provide: Notices, useValue: { show: async () => false } },
      { provide: ErrorTexts, useValue: { of: (error: Error) => error.message } },
    ],
  });
  const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(ProfileSettings));
  const [name, , , status] = await loader.getAllHarnesses(MatInputHarness);
  const save = await loader.getHarness(MatButtonHarness.with({ text: 'actions.save' }));
  const until = await loader.getHarness(MatSelectHarness);
  return { name, status, save, until, sent };
}

describe('ProfileSettings', () => {
  it('has nothing to save before something was changed', async () => {
    const { name, save } = await setup();

    expect(await name?.getValue()).toBe('Ann');
    expect(await save.isDisabled()).toBe(true);
  });

  it('saves the whole form, and has nothing to save afterwards', async () => {
    const { name, save, sent } = await setup();

    await name?.setValue('Ann of Tea');
    await save.click();

    expect(sent).toEqual([
      {
        displayName: 'Ann of Tea',
        bio: 'Likes tea.',
        statusEmoji: '',
        statusText: '',
        statusExpiresAt: null,
      },
    ]);
    expect(await save.isDisabled()).toBe(true);
  });

  it('leaves the end of a status as it was', async () => {
    const statusExpiresAt = '2030-01-01T00:00:00.000Z';
    const { status, save, sent } = await setup({ statusText: 'Away', statusExpiresAt });

    await status?.setValue('Still away');
    await save.click();

    expect(sent[0]).toMatchObject({ statusText: 'Still away', statusExpiresAt });
  });

  it('ends a status when it was chosen to', async () => {
    const { until, save, sent } = await setup({ statusText: 'Away' });

    await until.clickOptions({ text: 'settings.profile.lengths.hour' });
    await save.click();

    const inAnHour = Date.parse(sent[0]?.statusExpiresAt ?? '') - Date.now();
    expect(inAnHour).toBeGreaterThan(59 * 60_000);
    expect(inAnHour).toBeLessThanOrEqual(60 * 60_000);
  });
});
