import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { describe, expect, it } from '@jest/globals';
import type { NotificationPreferences } from '@parley/contracts';
import { NotificationPreferencesApi, Notices, Push } from '@parley/web-core';
import { provideKeysAsTexts } from '@parley/web-testing';
import { defer, type Observable, of, throwError } from 'rxjs';
import { NotificationSettings } from './notification-settings';

const chosen: NotificationPreferences = {
  kinds: {
    ...{ message: 'push', mention: 'push', reply: 'push', reaction: 'inbox', invite: 'push' },
    ...{ follow: 'inbox', post: 'push', comment: 'push', security: 'push' },
  },
  ...{ quietHours: [], timeZone: 'UTC', keywords: ['tea'] },
};

async function setup(
  answer: (wish: NotificationPreferences) => Observable<NotificationPreferences> = (wish) => of(wish),
) {
  const saved: NotificationPreferences[] = [];
  const errors: unknown[] = [];
  const api = {
    get: () => of(chosen),
    replace: (wish: NotificationPreferences) => defer(() => (saved.push(wish), answer(wish))),
  };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      { provide: NotificationPreferencesApi, useValue: api },
      { provide: Push, useValue: { state: () => 'unsupported', deliveries: () => of({ items: [] }) } },
      { provide: Notices, useValue: { showError: (error: unknown) => errors.push(error) } },
    ],
  });
  const fixture = TestBed.createComponent(NotificationSettings);
  await fixture.whenStable();
  return { loader: TestbedHarnessEnvironment.loader(fixture), saved, errors };
}

describe('NotificationSettings', () => {
  it('keeps how loud a kind is at once', async () => {
    const { loader, saved } = await setup();
    const [messages] = await loader.getAllHarnesses(MatSelectHarness);

    await messages?.open();
    await messages?.clickOptions({ text: /levels\.inbox/ });

    expect(saved).toEqual([{ ...chosen, kinds: { ...chosen.kinds, message: 'inbox' } }]);
  });

  it('takes words apart, each once', async () => {
    const { loader, saved } = await setup();
    const field = await loader.getHarness(MatInputHarness);

    await field.setValue(' tea , coffee,, tea');
    await (await field.host()).dispatchEvent('change');

    expect(saved.at(-1)?.keywords).toEqual(['tea', 'coffee']);
  });

  it('begins with the night, by the clocks of this device', async () => {
    const { loader, saved } = await setup();
    const [monday] = await loader.getAllHarnesses(MatCheckboxHarness);

    await monday?.check();

    expect(saved[0]?.quietHours).toEqual([{ day: 1, from: '22:00', to: '07:00' }]);
    expect(saved[0]?.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it('goes back when a choice cannot be kept, and says why', async () => {
    const { loader, errors } = await setup(() => throwError(() => new Error('offline')));
    const [monday] = await loader.getAllHarnesses(MatCheckboxHarness);

    await monday?.check();

    expect(await monday?.isChecked()).toBe(false);
    expect(errors).toHaveLength(1);
  });
});
