import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { Message, MessageWindow } from '@parley/contracts';
import { Realtime } from '@parley/web-core';
import { aMessage, FakeRealtime, settle } from '@parley/web-testing';
import { of } from 'rxjs';
import { MessagesApi } from './messages-api';
import { RoomStore } from './room-store';

const one = aMessage({ roomId: 'tea', seq: 1, change: 1 });
const two = aMessage({ roomId: 'tea', seq: 2, change: 2 });
const three = aMessage({ roomId: 'tea', seq: 3, change: 3 });

/** A room on screen, and the newest page that the server would answer with. */
async function setup(...stored: Message[]) {
  const realtime = new FakeRealtime();
  const server = { stored, loads: 0 };
  const api: Partial<MessagesApi> = {
    newest: () => {
      server.loads += 1;
      return of<MessageWindow>({ items: server.stored, users: [], hasBefore: false, hasAfter: false });
    },
  };
  TestBed.configureTestingModule({
    providers: [
      RoomStore,
      { provide: MessagesApi, useValue: api },
      { provide: Realtime, useValue: realtime },
    ],
  });
  const store = TestBed.inject(RoomStore);
  store.roomId.set('tea');
  realtime.connect();
  await settle();
  return { store, realtime, server };
}

describe('RoomStore', () => {
  it('shows what was loaded and what arrives, each once', async () => {
    const { store, realtime, server } = await setup(one, two);

    realtime.emit('message:changed', { roomId: 'tea', messages: [three] });
    realtime.emit('message:changed', { roomId: 'tea', messages: [two] });

    expect(store.messages()).toEqual([one, two, three]);
    expect(server.loads).toBe(1);
  });

  it('leaves other rooms alone', async () => {
    const { store, realtime } = await setup(one);

    const elsewhere = aMessage({ roomId: 'coffee', change: 2 });
    realtime.emit('message:changed', { roomId: 'coffee', messages: [elsewhere] });

    expect(store.messages()).toEqual([one]);
  });

  it.each([
    [
      'an event was missed',
      (it: FakeRealtime) => it.emit('message:changed', { roomId: 'tea', messages: [three] }),
    ],
    ['the connection was lost', (it: FakeRealtime) => it.connect()],
  ])('loads again when %s', async (_, cause) => {
    const { store, realtime, server } = await setup(one);
    server.stored = [one, two, three];

    cause(realtime);
    await settle();

    expect(store.messages()).toEqual([one, two, three]);
  });

  it('turns its own draft into a message', async () => {
    const { store, realtime } = await setup(one);

    const sending = store.send('hello');
    expect(store.drafts()).toHaveLength(1);
    realtime.answer(two);
    await sending;

    expect(store.drafts()).toEqual([]);
    expect(store.messages()).toEqual([one, two]);
  });
});
