import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { UserPage } from '@parley/contracts';
import { Notices, UsersApi } from '@parley/web-core';
import { aUser } from '@parley/web-testing';
import { Subject } from 'rxjs';
import { DirectoryStore } from './directory-store';

const ann = aUser({ username: 'ann' });
const ben = aUser({ username: 'ben' });

/** `whenStable` would wait for the answers, which the test gives later. */
async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

async function setup() {
  const asked: { query: string; cursor?: string | null; answer: Subject<UserPage> }[] = [];
  const api: Partial<UsersApi> = {
    search: (query, cursor) => {
      const answer = new Subject<UserPage>();
      asked.push({ query, cursor, answer });
      return answer;
    },
  };
  const failures: unknown[] = [];
  TestBed.configureTestingModule({
    providers: [
      DirectoryStore,
      { provide: UsersApi, useValue: api },
      { provide: Notices, useValue: { showError: (error: unknown) => void failures.push(error) } },
    ],
  });
  const store = TestBed.inject(DirectoryStore);
  await settle();
  const answer = async (index: number, page: UserPage) => {
    asked[index]?.answer.next(page);
    asked[index]?.answer.complete();
    await settle();
  };
  /** Until typing has paused for long enough. */
  const type = async (query: string) => {
    const before = asked.length;
    store.query.set(query);
    while (asked.length === before) {
      await settle();
    }
  };
  return { store, asked, answer, type, failures };
}

describe('DirectoryStore', () => {
  it('shows everybody first, and one page after the other', async () => {
    const { store, asked, answer } = await setup();
    await answer(0, { items: [ann], nextCursor: 'next' });

    const loading = store.loadMore();
    void store.loadMore();
    await answer(1, { items: [ben], nextCursor: null });
    await loading;

    expect(asked.map(({ query, cursor }) => [query, cursor])).toEqual([
      ['', undefined],
      ['', 'next'],
    ]);
    expect(store.people()).toEqual([ann, ben]);
    expect(store.hasMore()).toBe(false);
  });

  it('keeps what was found until the next answer is there', async () => {
    const { store, answer, type } = await setup();
    await answer(0, { items: [ann], nextCursor: null });
    expect(store.people()).toEqual([ann]);

    await type('ben');
    expect(store.people()).toEqual([ann]);
    await answer(1, { items: [], nextCursor: null });

    expect(store.people()).toEqual([]);
    expect(store.isEmpty()).toBe(true);
  });

  it('drops a page that belongs to another search', async () => {
    const { store, answer, type } = await setup();
    await answer(0, { items: [ann], nextCursor: 'next' });

    const loading = store.loadMore();
    await type('ben');
    await answer(1, { items: [aUser({ username: 'late' })], nextCursor: null });
    await loading;
    await answer(2, { items: [ben], nextCursor: null });

    expect(store.people()).toEqual([ben]);
  });

  it('says that a page did not come, and lets one try again', async () => {
    const { store, asked, answer, failures } = await setup();
    await answer(0, { items: [ann], nextCursor: 'next' });

    const loading = store.loadMore();
    asked[1]?.answer.error(new Error('no network'));
    await loading;

    expect(failures).toHaveLength(1);
    expect(store.hasMore()).toBe(true);
  });
});
