import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { Notification, NotificationPage } from '@parley/contracts';
import { LocalDatabase, Notices, Realtime, Unread } from '@parley/web-core';
import { aUser, FakeRealtime } from '@parley/web-testing';
import { type Observable, of, throwError } from 'rxjs';
import { NotificationsApi } from './notifications-api';
import { NotificationsStore } from './notifications-store';

const aNotification = (id: string, wishes: Partial<Notification> = {}): Notification => ({
  ...{
    id,
    kind: 'mention',
    actor: aUser(),
    text: id,
    createdAt: `2026-01-01T10:00:0${id}.000Z`,
    readAt: null,
  },
  ...wishes,
});
const pageOf = (...items: Notification[]): Observable<NotificationPage> => of({ items, nextCursor: null });

function setup({ page = pageOf(), read = of<unknown>(null) } = {}) {
  const realtime = new FakeRealtime();
  const kept = new Map<string, unknown>();
  const errors: unknown[] = [];
  const api = { page: () => page, read: () => read, unreadCount: () => of({ count: 2 }) };
  const values = {
    put: async ({ key, value }: { key: string; value: unknown }) => void kept.set(key, value),
    get: async (key: string) => (kept.has(key) ? { key, value: kept.get(key) } : undefined),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Realtime, useValue: realtime },
      { provide: NotificationsApi, useValue: api },
      { provide: LocalDatabase, useValue: { values } },
      { provide: Notices, useValue: { showError: (error: unknown) => errors.push(error) } },
    ],
  });
  const store = TestBed.inject(NotificationsStore);
  const settle = async () => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { store, realtime, kept, errors, settle, unread: TestBed.inject(Unread) };
}

const idsOf = (store: NotificationsStore) => store.groups().map(({ newest }) => newest.id);

describe('NotificationsStore', () => {
  it('counts with every connection, and follows what the server says', async () => {
    const { realtime, settle, unread } = setup();

    realtime.connect();
    await settle();
    expect(unread.notifications()).toBe(2);
    realtime.emit('notification:count', { count: 5 });

    expect(unread.notifications()).toBe(5);
  });

  it('shows what arrives before what was there', async () => {
    const { store, realtime, settle } = setup({ page: pageOf(aNotification('1')) });
    store.open();
    await settle();

    realtime.emit('notification:created', { notification: aNotification('2') });

    expect(idsOf(store)).toEqual(['2', '1']);
  });

  it('takes back what could not be marked as read', async () => {
    const read = throwError(() => new Error('offline'));
    const { store, realtime, settle, errors, unread } = setup({ page: pageOf(aNotification('1')), read });
    realtime.connect();
    store.open();
    await settle();

    await store.read(['1']);

    expect(store.groups()[0]?.isUnread).toBe(true);
    expect(unread.notifications()).toBe(2);
    expect(errors).toHaveLength(1);
  });

  it('marks everything at once', async () => {
    const { store, settle, unread } = setup({ page: pageOf(aNotification('1'), aNotification('2')) });
    store.open();
    await settle();

    await store.read();

    expect(store.groups().map(({ isUnread }) => isUnread)).toEqual([false, false]);
    expect(unread.notifications()).toBe(0);
  });

  it('shows what it knew when there is no network, and otherwise says what is wrong', async () => {
    const { store, kept, settle } = setup({ page: throwError(() => new Error('offline')) });
    store.open();
    await settle();
    expect([store.error() !== undefined, store.isEmpty()]).toEqual([true, false]);
    kept.set('notifications', [aNotification('1')]);

    await store.load();

    expect(idsOf(store)).toEqual(['1']);
    expect(store.error()).toBeUndefined();
  });
});
