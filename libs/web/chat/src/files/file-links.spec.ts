import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FileInfo, Message } from '@parley/contracts';
import { Realtime } from '@parley/web-core';
import { aMessage, FakeRealtime, until } from '@parley/web-testing';
import { of, throwError } from 'rxjs';
import { MessagesApi, type WindowPlace } from '../room/messages-api';
import { FileLinks } from './file-links';

const later = Math.round(Date.now() / 1_000) + 3_600;

function aFile(id: string, exp: number): FileInfo {
  return { id, name: id, mime: 'image/png', size: 1, url: `/api/files/${id}?exp=${exp}&sig=x` };
}

describe('FileLinks', () => {
  let asked: { roomId: string; place: WindowPlace }[];
  let realtime: FakeRealtime;
  let isLost: boolean;
  let there: Message[];
  let links: FileLinks;

  beforeEach(() => {
    asked = [];
    isLost = false;
    realtime = new FakeRealtime();
    there = [1, 2, 3].map((seq) => aMessage({ seq, roomId: 'tea', files: [aFile(`file-${seq}`, later)] }));
    const api: Partial<MessagesApi> = {
      window: (roomId, place) => {
        asked.push({ roomId, place });
        return isLost
          ? throwError(() => new Error('no network'))
          : of({ items: there, users: [], hasBefore: false, hasAfter: false });
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: MessagesApi, useValue: api },
        { provide: Realtime, useValue: realtime },
      ],
    });
    links = TestBed.inject(FileLinks);
    realtime.connect();
  });

  it('gives fresh addresses to all that are on the screen together, with one question', async () => {
    const old = [aFile('file-1', 1_000)];
    expect(links.of(old)).toEqual(old);

    links.renew({ roomId: 'tea', seq: 1 });
    links.renew({ roomId: 'tea', seq: 3 });
    await until(() => links.of(old)[0]?.url.includes(String(later)) ?? false);

    expect(asked).toEqual([{ roomId: 'tea', place: { around: 1 } }]);
  });

  it('leaves addresses alone that are good', async () => {
    links.renew({ roomId: 'tea', seq: 1 });
    await until(() => asked.length === 1);
    const good = [aFile('file-1', later + 60)];

    expect(links.of(good)).toBe(good);
  });

  it('asks again with the next connection', async () => {
    isLost = true;
    links.renew({ roomId: 'tea', seq: 1 });
    await until(() => asked.length === 1);

    isLost = false;
    realtime.disconnect();
    realtime.connect();
    await until(() => asked.length === 2);

    expect(links.of([aFile('file-1', 1_000)])[0]?.url).toContain(String(later));
  });
});
