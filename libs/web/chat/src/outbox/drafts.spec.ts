import 'fake-indexeddb/auto';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { LocalDatabase, Session } from '@parley/web-core';
import { aMe } from '@parley/web-testing';
import { liveQuery } from 'dexie';
import { Drafts } from './drafts';

async function openPage(): Promise<Drafts> {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [{ provide: Session, useValue: { me: signal(aMe()), isSignedIn: signal(true) } }],
  });
  const drafts = TestBed.inject(Drafts);
  await drafts.ready;
  return drafts;
}

function isWritten(count: number): Promise<void> {
  const { drafts } = TestBed.inject(LocalDatabase);
  return new Promise((resolve, reject) => {
    const watch = liveQuery(() => drafts.count()).subscribe({
      next: (found) => {
        if (found === count) {
          resolve();
          queueMicrotask(() => watch.unsubscribe());
        }
      },
      error: reject,
    });
  });
}

describe('Drafts', () => {
  afterEach(async () => {
    await TestBed.inject(LocalDatabase).delete();
  });

  it('survive the page, with what they answer', async () => {
    const drafts = await openPage();
    drafts.keep({ roomId: 'tea', text: 'to be', replyToId: 'message-1' });
    drafts.keep({ roomId: 'tea', text: 'to be continued', replyToId: 'message-1' });
    await isWritten(1);

    const after = await openPage();

    expect(after.of('tea')).toEqual({ roomId: 'tea', text: 'to be continued', replyToId: 'message-1' });
    expect(after.of('coffee')).toBeUndefined();
  });

  it('go with the last letter', async () => {
    const drafts = await openPage();
    drafts.keep({ roomId: 'tea', text: 'x' });
    await isWritten(1);

    drafts.keep({ roomId: 'tea', text: ' ' });
    await isWritten(0);

    expect(drafts.of('tea')).toBeUndefined();
  });
});
