import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatSlideToggleHarness } from '@angular/material/slide-toggle/testing';
import { describe, expect, it } from '@jest/globals';
import type { Me, UpdateMe } from '@parley/contracts';
import { BlockedPeople, Notices, Session, UsersApi } from '@parley/web-core';
import { aMe, provideKeysAsTexts } from '@parley/web-testing';
import { defer, type Observable, of, throwError } from 'rxjs';
import { PrivacySettings } from './privacy-settings';

async function setup(answer: (changes: UpdateMe) => Observable<Me>) {
  const me = signal(aMe({ readReceipts: true, showPresence: false }));
  const saved: UpdateMe[] = [];
  const errors: unknown[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      { provide: Session, useValue: { me } },
      { provide: BlockedPeople, useValue: { list: () => [], has: () => false, hasFailed: () => false } },
      { provide: Notices, useValue: { showError: (error: unknown) => errors.push(error) } },
      {
        provide: UsersApi,
        useValue: { updateMe: (changes: UpdateMe) => defer(() => (saved.push(changes), answer(changes))) },
      },
    ],
  });
  const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(PrivacySettings));
  const [receipts, presence] = await loader.getAllHarnesses(MatSlideToggleHarness);
  return { receipts, presence, saved, errors };
}

describe('PrivacySettings', () => {
  it('shows what is set, and keeps a change at once', async () => {
    const { receipts, presence, saved } = await setup(() => of(aMe()));

    expect([await receipts?.isChecked(), await presence?.isChecked()]).toEqual([true, false]);
    await presence?.check();

    expect(saved).toEqual([{ showPresence: true }]);
  });

  it('goes back when it cannot be kept, and says why', async () => {
    const { receipts, errors } = await setup(() => throwError(() => new Error('offline')));

    await receipts?.uncheck();

    expect(await receipts?.isChecked()).toBe(true);
    expect(errors).toHaveLength(1);
  });
});
