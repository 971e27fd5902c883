import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Realtime } from '@parley/web-core';
import { aMessage, FakeRealtime, settle } from '@parley/web-testing';
import type { Message } from '@parley/contracts';
import { ComposerState } from '../room/composer-state';
import { Conversation } from '../room/conversation';
import { TypingReporter } from './typing-reporter';

describe('TypingReporter', () => {
  let realtime: FakeRealtime;
  let reporter: TypingReporter;
  const text = signal('');
  const editing = signal<Message | null>(null);

  beforeEach(() => {
    text.set('');
    editing.set(null);
    realtime = new FakeRealtime();
    TestBed.configureTestingModule({
      providers: [
        TypingReporter,
        { provide: Realtime, useValue: realtime },
        { provide: ComposerState, useValue: { text, editing } },
        { provide: Conversation, useValue: { roomId: 'room-1' } },
      ],
    });
    reporter = TestBed.inject(TypingReporter);
  });

  const type = (written: string) => {
    text.set(written);
    reporter.typed();
  };
  const told = () => realtime.commands.map(({ name }) => name);

  it('tells once that somebody has begun, however fast they write', () => {
    type('h');
    type('he');
    type('hel');

    expect(realtime.commands).toEqual([{ name: 'typing:start', payload: { roomId: 'room-1' } }]);
  });

  it('tells it again when three seconds are over', () => {
    const now = jest.spyOn(performance, 'now');
    now.mockReturnValue(10_000);
    type('h');
    now.mockReturnValue(12_999);
    type('he');
    now.mockReturnValue(13_000);
    type('hel');
    now.mockRestore();

    expect(told()).toEqual(['typing:start', 'typing:start']);
  });

  it('tells that somebody has stopped when the box is empty, and only if they had begun', async () => {
    await settle();
    type('h');
    text.set('');
    await settle();
    type(' ');
    await settle();

    expect(told()).toEqual(['typing:start', 'typing:stop']);
  });

  it('tells that somebody has stopped when they go elsewhere', () => {
    type('h');

    TestBed.resetTestingModule();

    expect(told()).toEqual(['typing:start', 'typing:stop']);
  });

  it('says nothing of an old message that is changed, nor of a draft that was there before', async () => {
    text.set('a draft');
    await settle();
    editing.set(aMessage({}));
    type('an old message');

    expect(told()).toEqual([]);
  });
});
