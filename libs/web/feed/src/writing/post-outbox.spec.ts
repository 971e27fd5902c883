import 'fake-indexeddb/auto';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CreatePost, Post } from '@parley/contracts';
import { Authors, LocalDatabase, ProblemError, Realtime, Session } from '@parley/web-core';
import { aMe, aPost, aProblem, FakeRealtime, settle } from '@parley/web-testing';
import { Subject } from 'rxjs';
import { PostsApi } from '../posts/posts-api';
import { PostOutbox } from './post-outbox';

describe('PostOutbox', () => {
  let realtime: FakeRealtime;
  let sent: { wish: CreatePost; answer: Subject<Post> }[];

  const configure = () => {
    TestBed.resetTestingModule();
    realtime = new FakeRealtime();
    const api: Partial<PostsApi> = {
      create: (wish) => {
        const answer = new Subject<Post>();
        sent.push({ wish, answer });
        return answer;
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Authors, useValue: { remember: () => undefined } },
        { provide: PostsApi, useValue: api },
        { provide: Realtime, useValue: realtime },
        { provide: Session, useValue: { me: signal(aMe()), isSignedIn: signal(true) } },
      ],
    });
  };
  const start = () => {
    configure();
    return TestBed.inject(PostOutbox);
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      await settle();
    }
  };
  const sendings = (count: number) => until(() => sent.length >= count);

  beforeEach(async () => {
    sent = [];
    configure();
    await TestBed.inject(LocalDatabase).values.clear();
  });

  it('shows a post until the server has it', async () => {
    const outbox = start();
    void outbox.write('hello', { visibility: 'public' });
    await sendings(1);
    expect(outbox.entries().map(({ body }) => body)).toEqual(['hello']);

    sent[0]?.answer.next(aPost({ id: sent[0].wish.id }));
    await until(() => outbox.entries().length === 0);

    expect(sent).toHaveLength(1);
  });

  it('sends the same post again with the next connection, also after a reload', async () => {
    void start().write('hello', { visibility: 'followers' });
    await sendings(1);

    start();
    realtime.connect();
    await sendings(2);

    expect(sent[1]?.wish).toEqual(sent[0]?.wish);
    expect(sent[1]?.wish).toMatchObject({ body: 'hello', visibility: 'followers' });
  });

  it('keeps what was refused, with the reason, and sends it again only when asked to', async () => {
    const outbox = start();
    void outbox.write('hello', { visibility: 'public' });
    await sendings(1);
    sent[0]?.answer.error(new ProblemError(aProblem('request.invalid')));
    await until(() => outbox.entries().some(({ problem }) => problem?.code === 'request.invalid'));

    void outbox.retry(sent[0]?.wish.id ?? '');
    await sendings(2);

    expect(sent[1]?.wish).toEqual(sent[0]?.wish);
  });
});
