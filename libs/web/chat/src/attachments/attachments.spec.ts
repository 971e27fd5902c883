import 'fake-indexeddb/auto';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FileInfo } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import {
  LocalDatabase,
  ProblemError,
  Realtime,
  Session,
  type StoredAttachment,
  TabLock,
  type UploadWatch,
} from '@parley/web-core';
import { aMe, aProblem, FakeRealtime, until } from '@parley/web-testing';
import { Attachments } from './attachments';
import { UploadQueue } from './upload-queue';

interface Sending {
  attachment: StoredAttachment;
  watch: UploadWatch;
  arrive: () => void;
  fail: (error: Error) => void;
}

/** What is being uploaded, in order. */
let sending: Sending[];

function aFile(id: string): FileInfo {
  return { id, name: id, mime: 'text/plain', size: 1, url: `/api/files/${id}` };
}

/** What a page is made of; the database is on the disk, as it were, and outlives it. */
function openPage(): { attachments: Attachments; realtime: FakeRealtime } {
  const realtime = new FakeRealtime();
  const queue: Partial<UploadQueue> = {
    send: (attachment, watch) =>
      new Promise((resolve, reject) => {
        const arrive = (): void => resolve(aFile(`server-${attachment.name}`));
        sending.push({ attachment, watch, arrive, fail: reject });
        watch.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      }),
  };
  TestBed.resetTestingModule().configureTestingModule({
    providers: [
      { provide: Realtime, useValue: realtime },
      { provide: Session, useValue: { me: signal(aMe()), isSignedIn: signal(true) } },
      { provide: TabLock, useValue: { run: (_: string, work: () => Promise<unknown>) => work() } },
      { provide: UploadQueue, useValue: queue },
    ],
  });
  return { attachments: TestBed.inject(Attachments), realtime };
}

const kettle = new File(['kettle'], 'kettle.txt', { type: 'text/plain' });

describe('Attachments', () => {
  beforeEach(() => {
    sending = [];
  });

  afterEach(async () => {
    await TestBed.inject(LocalDatabase).delete();
  });

  it('are uploaded while the message is being written, and tell how far they are', async () => {
    const { attachments, realtime } = openPage();
    realtime.connect();

    await attachments.add('tea', [kettle]);
    await until(() => sending.length === 1);
    const [file] = attachments.inBox('tea');
    sending[0]?.watch.progressed(0.4);
    expect(attachments.passageOf(file?.id ?? '').progress).toBe(0.4);
    sending[0]?.arrive();
    await until(() => attachments.inBox('tea')[0]?.file !== undefined);

    await attachments.hand('tea', 'message-1');
    expect(attachments.inBox('tea')).toEqual([]);
    await expect(attachments.fileIds('message-1')).resolves.toEqual(['server-kettle.txt']);
  });

  it('wait for a connection, also over a reload, and are named when all have arrived', async () => {
    const before = openPage();
    await before.attachments.add('tea', [kettle, new File(['cup'], 'cup.txt')]);
    await TestBed.inject(LocalDatabase).outbox.put({
      id: 'message-1',
      roomId: 'tea',
      command: { id: 'message-1', roomId: 'tea', body: '' },
      createdAt: 1,
    });
    await before.attachments.hand('tea', 'message-1');
    expect(sending).toEqual([]);

    const { attachments, realtime } = openPage();
    await attachments.ready;
    realtime.connect();
    await until(() => sending.length === 2);
    sending[0]?.arrive();
    await until(() => attachments.of('message-1').some(({ file }) => file));
    await expect(attachments.fileIds('message-1')).resolves.toBeNull();
    sending[1]?.arrive();
    await until(() => attachments.of('message-1').every(({ file }) => file));

    await expect(attachments.fileIds('message-1')).resolves.toEqual(['server-kettle.txt', 'server-cup.txt']);
  });

  it('are in their box again when the page went before the message was kept', async () => {
    const before = openPage();
    await before.attachments.add('tea', [kettle]);
    await before.attachments.hand('tea', 'message-1');

    const { attachments } = openPage();
    await attachments.ready;

    expect(attachments.inBox('tea')).toMatchObject([{ name: 'kettle.txt' }]);
  });

  it('stop when they are taken away, and leave nothing', async () => {
    const { attachments, realtime } = openPage();
    realtime.connect();
    await attachments.add('tea', [kettle]);
    await until(() => sending.length === 1);

    await attachments.remove(attachments.inBox('tea')[0]?.id ?? '');

    expect(sending[0]?.watch.signal.aborted).toBe(true);
    expect(attachments.inBox('tea')).toEqual([]);
    await expect(TestBed.inject(LocalDatabase).attachments.count()).resolves.toBe(0);
  });

  it('say why they were refused, until they are tried again', async () => {
    const { attachments, realtime } = openPage();
    realtime.connect();
    await attachments.add('tea', [kettle]);
    await until(() => sending.length === 1);
    const problem = aProblem('file.quota-exceeded');
    sending[0]?.fail(new ProblemError(problem));
    await until(() => attachments.inBox('tea')[0]?.problem !== undefined);

    attachments.retry(attachments.inBox('tea')[0]?.id ?? '');
    await until(() => sending.length === 2);

    expect(attachments.inBox('tea')[0]?.problem).toBeUndefined();
  });

  it('go on after a break, where they stopped', async () => {
    const { attachments, realtime } = openPage();
    realtime.connect();
    await attachments.add('tea', [kettle]);
    await until(() => sending.length === 1);
    sending[0]?.watch.begun?.('/api/files/tus/half');
    realtime.disconnect();
    sending[0]?.fail(new Error('no network'));
    await until(() => attachments.passageOf(attachments.inBox('tea')[0]?.id ?? '').progress === null);

    realtime.connect();
    await until(() => sending.length === 2);

    expect(sending[1]?.attachment.uploadUrl).toBe('/api/files/tus/half');
  });

  it('are so many as go with one message, and the server is spared what it would refuse', async () => {
    const { attachments, realtime } = openPage();
    realtime.connect();
    const many = Array.from({ length: limits.message.files + 2 }, (_, index) => new File([], `${index}.txt`));

    await expect(attachments.add('tea', many)).resolves.toBe(2);

    expect(attachments.inBox('tea')).toHaveLength(limits.message.files);
    expect(sending).toEqual([]);
  });
});
