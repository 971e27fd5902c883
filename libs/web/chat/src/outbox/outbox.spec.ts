import 'fake-indexeddb/auto';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, SendMessageCommand } from '@parley/contracts';
import { LocalDatabase, ProblemError, Realtime, Session, TabLock } from '@parley/web-core';
import { aMe, aMessage, aProblem, FakeRealtime, until } from '@parley/web-testing';
import { Subject } from 'rxjs';
import { Attachments } from '../attachments/attachments';
import { Outbox } from './outbox';

/** What the files of a message are called when they have arrived. */
let arrived: string[] | null;
let forgotten: string[];
let released: string[];
const uploaded = new Subject<string>();
const attachments: Partial<Attachments> = {
  uploaded,
  fileIds: async () => arrived,
  forgetUploads: async (id) => {
    forgotten.push(id);
  },
  hand: async () => undefined,
  release: async (id) => {
    released.push(id);
  },
  retryAll: () => undefined,
};

/** What a page is made of; the database is on the disk, as it were, and outlives it. */
function openPage(): { outbox: Outbox; realtime: FakeRealtime; sent: Message[] } {
  const realtime = new FakeRealtime();
  TestBed.resetTestingModule().configureTestingModule({
    providers: [
      { provide: Attachments, useValue: attachments },
      { provide: Realtime, useValue: realtime },
      { provide: Session, useValue: { me: signal(aMe()), isSignedIn: signal(true) } },
      { provide: TabLock, useValue: { run: (_: string, work: () => Promise<unknown>) => work() } },
    ],
  });
  const outbox = TestBed.inject(Outbox);
  const sent: Message[] = [];
  outbox.sent.subscribe((message) => sent.push(message));
  return { outbox, realtime, sent };
}

const bodies = (realtime: FakeRealtime): string[] =>
  realtime.commands.map(({ payload }) => (payload as SendMessageCommand).body);
const idAt = (realtime: FakeRealtime, index: number): string =>
  (realtime.commands[index]?.payload as SendMessageCommand).id;

describe('Outbox', () => {
  let page: ReturnType<typeof openPage>;

  beforeEach(() => {
    arrived = null;
    forgotten = [];
    released = [];
    page = openPage();
  });

  afterEach(async () => {
    await TestBed.inject(LocalDatabase).delete();
  });

  it('keeps a message until the server has it', async () => {
    const { outbox, realtime, sent } = page;
    realtime.connect();

    await outbox.send('tea', 'hello');
    expect(outbox.entries()).toMatchObject([{ roomId: 'tea', command: { body: 'hello' } }]);
    await until(() => realtime.commands.length === 1);
    const message = aMessage({ id: idAt(realtime, 0) });
    realtime.answer(message);

    await until(() => outbox.entries().length === 0);
    expect(sent).toEqual([message]);
    await expect(TestBed.inject(LocalDatabase).outbox.count()).resolves.toBe(0);
  });

  it('sends the messages of a room one after the other, and those of others meanwhile', async () => {
    const { outbox, realtime } = page;
    realtime.connect();

    await outbox.send('tea', 'one');
    await outbox.send('tea', 'two');
    await outbox.send('coffee', 'elsewhere');
    await until(() => realtime.commands.length === 2);
    expect(bodies(realtime)).toEqual(['one', 'elsewhere']);

    realtime.answer(aMessage({ id: idAt(realtime, 0) }));
    await until(() => realtime.commands.length === 3);
    expect(bodies(realtime)).toEqual(['one', 'elsewhere', 'two']);
  });

  it('survives the page: what was not confirmed is sent again with its id, in order', async () => {
    page.realtime.connect();
    await page.outbox.send('tea', 'one');
    await page.outbox.send('tea', 'two');
    await until(() => page.realtime.commands.length === 1);
    const id = idAt(page.realtime, 0);

    const { outbox, realtime } = openPage();
    await until(() => outbox.entries().length === 2);
    realtime.connect();
    await until(() => realtime.commands.length === 1);

    expect(idAt(realtime, 0)).toBe(id);
    realtime.answer(aMessage({ id }));
    await until(() => realtime.commands.length === 2);
    expect(bodies(realtime)).toEqual(['one', 'two']);
  });

  it('waits for a connection, and tries again with the next one', async () => {
    const { outbox, realtime } = page;
    await outbox.send('tea', 'hello');
    expect(realtime.commands).toEqual([]);

    realtime.connect();
    await until(() => realtime.commands.length === 1);
    realtime.disconnect();
    realtime.refuse(new Error('nobody knows whether it arrived'));
    realtime.connect();

    await until(() => realtime.commands.length === 2);
    expect(realtime.commands[1]).toEqual(realtime.commands[0]);
  });

  it('keeps what was refused, says why, and goes on with the next', async () => {
    const { outbox, realtime } = page;
    realtime.connect();
    await outbox.send('tea', 'one');
    await outbox.send('tea', 'two');
    await until(() => realtime.commands.length === 1);

    const problem = aProblem('room.archived');
    realtime.refuse(new ProblemError(problem));
    await until(() => realtime.commands.length === 2);

    expect(outbox.entries()).toMatchObject([
      { command: { body: 'one' }, problem },
      { command: { body: 'two' } },
    ]);
  });

  it.each(['server.unavailable', 'auth.token-expired'] as const)('takes %s for no refusal', async (code) => {
    const { outbox, realtime } = page;
    realtime.connect();
    await outbox.send('tea', 'hello');
    await until(() => realtime.commands.length === 1);

    realtime.refuse(new ProblemError(aProblem(code)));
    realtime.connect();
    await until(() => realtime.commands.length === 2);

    expect(outbox.entries()[0]?.problem).toBeUndefined();
  });

  it('sends what was refused again on demand, or takes it away', async () => {
    const { outbox, realtime } = page;
    realtime.connect();
    await outbox.send('tea', 'hello');
    await until(() => realtime.commands.length === 1);
    realtime.refuse(new ProblemError(aProblem('room.archived')));
    await until(() => outbox.entries()[0]?.problem !== undefined);
    const id = idAt(realtime, 0);

    await outbox.retry(id);
    await until(() => realtime.commands.length === 2);
    expect(idAt(realtime, 1)).toBe(id);
    realtime.refuse(new ProblemError(aProblem('room.archived')));
    await until(() => outbox.entries()[0]?.problem !== undefined);
    await outbox.discard(id);

    expect(outbox.entries()).toEqual([]);
  });

  it('lets others go first while files are on their way, and names them when they have arrived', async () => {
    const { outbox, realtime } = page;
    realtime.connect();
    await outbox.sendWithFiles('tea', 'look');
    await outbox.send('tea', 'hello');
    await until(() => realtime.commands.length === 1);
    expect(bodies(realtime)).toEqual(['hello']);
    realtime.answer(aMessage({ id: idAt(realtime, 0) }));

    arrived = ['kettle', 'cup'];
    uploaded.next('tea');
    await until(() => realtime.commands.length === 2);

    expect(realtime.commands[1]?.payload).toMatchObject({ body: 'look', fileIds: ['kettle', 'cup'] });
    const id = idAt(realtime, 1);
    realtime.answer(aMessage({ id }));
    await until(() => outbox.entries().length === 0);
    expect(released).toEqual([id]);
  });

  it('names the same files when it is sent again after a reload', async () => {
    arrived = ['kettle'];
    page.realtime.connect();
    await page.outbox.sendWithFiles('tea', 'look');
    await until(() => page.realtime.commands.length === 1);

    arrived = ['another'];
    const { realtime } = openPage();
    realtime.connect();
    await until(() => realtime.commands.length === 1);

    expect(realtime.commands).toEqual(page.realtime.commands);
  });

  it('brings files anew that the server has thrown away meanwhile', async () => {
    const { outbox, realtime } = page;
    arrived = ['kettle'];
    realtime.connect();
    await outbox.sendWithFiles('tea', 'look');
    await until(() => realtime.commands.length === 1);
    const id = idAt(realtime, 0);

    realtime.refuse(new ProblemError(aProblem('file.not-found')));
    await until(() => forgotten.length === 1);
    arrived = ['kettle again'];
    await outbox.retry(id);
    await until(() => realtime.commands.length === 2);

    expect(forgotten).toEqual([id]);
    expect(realtime.commands[1]?.payload).toMatchObject({ id, fileIds: ['kettle again'] });
  });

  it('takes the message itself for a confirmation when the acknowledgement is lost', async () => {
    const { outbox, realtime } = page;
    realtime.connect();
    await outbox.send('tea', 'hello');
    await until(() => realtime.commands.length === 1);

    realtime.emit('message:changed', { roomId: 'tea', messages: [aMessage({ id: idAt(realtime, 0) })] });

    await until(() => outbox.entries().length === 0);
  });
});
