import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Realtime } from '@parley/web-core';
import { FakeRealtime } from '@parley/web-testing';
import { CommentTypingReporter } from './comment-typing-reporter';

describe('CommentTypingReporter', () => {
  let realtime: FakeRealtime;
  let reporter: CommentTypingReporter;

  const told = () => realtime.commands.map(({ name }) => name);

  beforeEach(() => {
    realtime = new FakeRealtime();
    TestBed.configureTestingModule({
      providers: [CommentTypingReporter, { provide: Realtime, useValue: realtime }],
    });
    reporter = TestBed.inject(CommentTypingReporter);
  });

  it('tells once that somebody has begun, and again after three seconds', () => {
    const now = jest.spyOn(performance, 'now');
    now.mockReturnValue(10_000);
    reporter.typed('post-1', 'h');
    reporter.typed('post-1', 'he');
    now.mockReturnValue(13_000);
    reporter.typed('post-1', 'hel');
    now.mockRestore();

    expect(realtime.commands).toEqual([
      { name: 'typing:start', payload: { postId: 'post-1' } },
      { name: 'typing:start', payload: { postId: 'post-1' } },
    ]);
  });

  it('tells that somebody has stopped when the box is empty, and only if they had begun', () => {
    reporter.typed('post-1', ' ');
    reporter.typed('post-1', 'h');
    reporter.typed('post-1', '');

    expect(told()).toEqual(['typing:start', 'typing:stop']);
  });

  it('tells that somebody has stopped when they go elsewhere', () => {
    reporter.typed('post-1', 'h');

    TestBed.resetTestingModule();

    expect(told()).toEqual(['typing:start', 'typing:stop']);
  });
});
