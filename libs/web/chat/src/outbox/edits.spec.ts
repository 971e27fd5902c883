import 'fake-indexeddb/auto';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '@parley/contracts';
import { LocalDatabase, ProblemError, Realtime, Session, TabLock } from '@parley/web-core';
import { aMe, aMessage, aProblem, FakeRealtime, until } from '@parley/web-testing';
import { of, throwError } from 'rxjs';
import { MessagesApi } from '../room/messages-api';
import { Edits } from './edits';

/** What the server answers: other words, a refusal, or nothing at all. */
let answer: 'saved' | 'refused' | 'lost';
let asked: string[];

let turns: Promise<unknown> = Promise.resolve();

function inTurn(work: () => Promise<unknown>): Promise<unknown> {
  turns = turns.then(work);
  return turns;
}

/** What a page is made of; the database is on the disk, as it were, and outlives it. */
function openPage(): { edits: Edits; realtime: FakeRealtime; saved: Message[] } {
  const realtime = new FakeRealtime();
  const api: Partial<MessagesApi> = {
    edit: (id, body) => {
      asked.push(body);
      const errors = {
        refused: new ProblemError(aProblem('message.deleted')),
        lost: new Error('no network'),
      };
      return answer === 'saved' ? of(aMessage({ id, body })) : throwError(() => errors[answer as 'lost']);
    },
  };
  TestBed.resetTestingModule().configureTestingModule({
    providers: [
      { provide: MessagesApi, useValue: api },
      { provide: Realtime, useValue: realtime },
      { provide: Session, useValue: { me: signal(aMe()), isSignedIn: signal(true) } },
      { provide: TabLock, useValue: { run: (_: string, work: () => Promise<unknown>) => inTurn(work) } },
    ],
  });
  const edits = TestBed.inject(Edits);
  const saved: Message[] = [];
  edits.saved.subscribe((message) => saved.push(message));
  return { edits, realtime, saved };
}

describe('Edits', () => {
  const message = aMessage({ id: 'kettle', body: 'teh kettle' });

  beforeEach(() => {
    answer = 'saved';
    asked = [];
  });

  afterEach(async () => {
    await TestBed.inject(LocalDatabase).delete();
  });

  it('keeps other words without a network, also over a reload, and saves the latest with the next connection', async () => {
    const before = openPage();
    await before.edits.keep(message, 'the ketle');
    await before.edits.keep(message, 'the kettle');
    expect(before.edits.of('kettle')).toMatchObject({ body: 'the kettle' });

    const { edits, realtime, saved } = openPage();
    await until(() => edits.of('kettle')?.body === 'the kettle');
    realtime.connect();

    await until(() => saved.length === 1 && !edits.of('kettle'));
    expect(asked).toEqual(['the kettle']);
    expect(saved).toMatchObject([{ id: 'kettle', body: 'the kettle' }]);
    await expect(TestBed.inject(LocalDatabase).edits.count()).resolves.toBe(0);
  });

  it('keeps them when nobody knows whether they arrived, and asks again', async () => {
    const { edits, realtime } = openPage();
    answer = 'lost';
    realtime.connect();
    await edits.keep(message, 'the kettle');
    await until(() => asked.length > 0);

    answer = 'saved';
    realtime.disconnect();
    realtime.connect();

    await until(() => !edits.of('kettle'));
    expect(asked.at(-1)).toBe('the kettle');
  });

  it('says why they were refused, until they are taken back or tried again', async () => {
    const { edits, realtime } = openPage();
    answer = 'refused';
    realtime.connect();
    await edits.keep(message, 'the kettle');
    await until(() => edits.of('kettle')?.problem?.code === 'message.deleted');

    answer = 'saved';
    await edits.retry('kettle');
    await until(() => !edits.of('kettle'));
    expect(asked).toEqual(['the kettle', 'the kettle']);
  });
});
