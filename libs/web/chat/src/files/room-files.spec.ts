import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FileInfo, FileKind, RoomFilePage } from '@parley/contracts';
import { Authors, Realtime } from '@parley/web-core';
import { aMessage, FakeRealtime } from '@parley/web-testing';
import { type Observable, of, throwError } from 'rxjs';
import { Conversation } from '../room/conversation';
import { RoomFiles } from './room-files';
import { RoomFilesApi } from './room-files-api';

function aFile(id: string, mime = 'image/png'): FileInfo {
  return { id, name: id, mime, size: 1, url: `/api/files/${id}` };
}

function aPage(ids: string[], nextCursor: string | null): RoomFilePage {
  const items = ids.map((id, index) => ({
    file: aFile(id),
    messageId: `message-${id}`,
    seq: 10 - index,
    authorId: 'ann',
    createdAt: '2026-01-01T10:00:00.000Z',
  }));
  return { items, nextCursor, users: [] };
}

describe('RoomFiles', () => {
  let answers: Observable<RoomFilePage>[];
  let asked: { kind: FileKind; cursor: string | null }[];
  let realtime: FakeRealtime;
  let files: RoomFiles;

  beforeEach(() => {
    asked = [];
    answers = [of(aPage(['a', 'b'], 'next'))];
    realtime = new FakeRealtime();
    const api: Partial<RoomFilesApi> = {
      page: (_, kind, cursor) => {
        asked.push({ kind, cursor });
        return answers.shift() ?? throwError(() => new Error('no network'));
      },
    };
    TestBed.configureTestingModule({
      providers: [
        RoomFiles,
        { provide: Authors, useValue: { remember: () => undefined } },
        { provide: Conversation, useValue: { roomId: 'tea' } },
        { provide: Realtime, useValue: realtime },
        { provide: RoomFilesApi, useValue: api },
      ],
    });
    files = TestBed.inject(RoomFiles);
    realtime.connect();
  });

  const ids = (): string[] => files.items().map(({ file }) => file.id);
  const settle = async (): Promise<void> => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  };

  it('reads on where it stopped', async () => {
    await settle();
    answers = [of(aPage(['c'], null))];
    await files.load();

    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, 'next']);
    expect(files.hasMore()).toBe(false);
  });

  it('begins anew with another kind', async () => {
    await settle();
    answers = [of(aPage(['d'], null))];
    files.kind.set('document');
    await settle();

    expect(asked.at(-1)).toEqual({ kind: 'document', cursor: null });
    expect(ids()).toEqual(['d']);
  });

  it('says when it could not read, and keeps what is there', async () => {
    await settle();
    await files.load();

    expect(files.condition()).toBe('error');
    expect(ids()).toEqual(['a', 'b']);
  });

  it('shows what is sent meanwhile first, and what is deleted no longer', async () => {
    await settle();
    const news = aMessage({ id: 'new', seq: 11, files: [aFile('new'), aFile('words', 'application/pdf')] });
    realtime.emit('message:changed', { roomId: 'tea', messages: [news] });
    expect(ids()).toEqual(['new', 'a', 'b']);

    const gone = aMessage({ id: 'message-a', seq: 10, deletedAt: '2026-01-01T11:00:00.000Z' });
    realtime.emit('message:changed', { roomId: 'tea', messages: [gone] });

    expect(ids()).toEqual(['new', 'b']);
  });
});
