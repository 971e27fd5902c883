import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Post, PostPage } from '@parley/contracts';
import { Authors, Notices, Realtime } from '@parley/web-core';
import { aPost, FakeRealtime } from '@parley/web-testing';
import { of, throwError } from 'rxjs';
import { PostList } from './post-list';

describe('PostList', () => {
  let pages: Map<string | null, PostPage | Error>;
  let realtime: FakeRealtime;
  let list: PostList;

  const post = (number: number): Post =>
    aPost({ id: `post-${number}`, createdAt: new Date(number * 1_000).toISOString() });
  const pageOf = (numbers: number[], nextCursor: string | null = null): PostPage => ({
    items: numbers.map(post),
    nextCursor,
  });
  const shown = () => list.posts().map(({ id }) => Number(id.slice(5)));

  beforeEach(() => {
    realtime = new FakeRealtime();
    pages = new Map([[null, pageOf([9, 8], 'more')]]);
    TestBed.configureTestingModule({
      providers: [
        { provide: Realtime, useValue: realtime },
        { provide: Authors, useValue: { remember: () => undefined } },
        { provide: Notices, useValue: { showError: () => undefined } },
      ],
    });
    list = TestBed.runInInjectionContext(
      () =>
        new PostList((cursor) => {
          const page = pages.get(cursor) ?? new Error('no such page');
          return page instanceof Error ? throwError(() => page) : of(page);
        }),
    );
  });

  it('reads page after page', async () => {
    pages.set('more', pageOf([8, 7]));

    await list.refresh();
    await list.loadMore();

    expect(shown()).toEqual([9, 8, 7]);
    expect(list.nextCursor()).toBeNull();
  });

  it('lets what is new wait, and shows it when it is wanted', async () => {
    await list.refresh();
    list.announce('post-10');
    list.announce('post-10');
    list.announce('post-9');

    expect(list.waiting()).toBe(1);
    expect(shown()).toEqual([9, 8]);
    pages.set(null, pageOf([10, 9], 'more'));
    await list.showFresh();

    expect(shown()).toEqual([10, 9, 8]);
    expect(list.waiting()).toBe(0);
  });

  it('begins anew when there is more new than a page', async () => {
    await list.refresh();
    pages.set(null, pageOf([20, 19], 'between'));

    await list.showFresh();

    expect(shown()).toEqual([20, 19]);
    expect(list.nextCursor()).toBe('between');
  });

  it('finds what was missed while there was no connection', async () => {
    await list.refresh();
    pages.set(null, pageOf([11, 10, 9], 'more'));

    await list.refresh();

    expect(list.waiting()).toBe(2);
    expect(shown()).toEqual([9, 8]);
  });

  it('shows one’s own post at once, and never twice', async () => {
    await list.refresh();
    pages.set(null, pageOf([10, 9], 'more'));
    await list.showFresh();

    list.prepend('post-10');

    expect(shown()).toEqual([10, 9, 8]);
  });

  it('follows what happens to posts', async () => {
    await list.refresh();

    realtime.emit('post:changed', { post: { ...post(9), change: 2, body: 'better' } });
    realtime.emit('post:changed', { post: { ...post(9), change: 1, body: 'late' } });
    realtime.emit('post:deleted', { postId: 'post-8' });

    expect(list.posts().map(({ body }) => body)).toEqual(['better']);
  });

  it('says why the first page is not there, and reads it again', async () => {
    pages.set(null, new Error('no network'));
    await list.refresh();
    expect(list.error()).toBeInstanceOf(Error);
    expect(list.isLoaded()).toBe(false);

    pages.set(null, pageOf([9]));
    await list.refresh();

    expect(list.error()).toBeNull();
    expect(shown()).toEqual([9]);
  });
});
