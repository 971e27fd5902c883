import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '@parley/contracts';
import { Notices, ProblemError, Session } from '@parley/web-core';
import { aMe, aMessage, aProblem, settle } from '@parley/web-testing';
import { Subject } from 'rxjs';
import { Conversation } from '../room/conversation';
import { MessagesApi } from '../room/messages-api';
import { Reactions } from './reactions';

describe('Reactions', () => {
  const message = aMessage({ id: 'hello', reactions: [{ emoji: '👍', count: 1, userIds: ['ben'] }] });
  let asked: { what: 'react' | 'takeBack'; emoji: string; answer: Subject<Message> }[];
  let heard: Message[];
  let errors: unknown[];
  let reactions: Reactions;

  const shown = () => reactions.of(message).map(({ emoji, count, isOwn }) => ({ emoji, count, isOwn }));
  const ask = (what: 'react' | 'takeBack') => (_: string, emoji: string) => {
    const answer = new Subject<Message>();
    asked.push({ what, emoji, answer });
    return answer;
  };
  const answer = async (place: number) => {
    asked[place]?.answer.next(message);
    asked[place]?.answer.complete();
    await settle();
  };

  beforeEach(() => {
    asked = [];
    heard = [];
    errors = [];
    const api: Partial<MessagesApi> = { react: ask('react'), takeBack: ask('takeBack') };
    TestBed.configureTestingModule({
      providers: [
        Reactions,
        { provide: Conversation, useValue: { hear: (all: Message[]) => void heard.push(...all) } },
        { provide: MessagesApi, useValue: api },
        { provide: Notices, useValue: { showError: (error: unknown) => void errors.push(error) } },
        { provide: Session, useValue: { me: signal(aMe({ id: 'ann' })) } },
      ],
    });
    reactions = TestBed.inject(Reactions);
  });

  it('show at once, and stay when the server has them', async () => {
    const done = reactions.toggle(message, '👍');

    expect(shown()).toEqual([{ emoji: '👍', count: 2, isOwn: true }]);
    expect(asked).toMatchObject([{ what: 'react', emoji: '👍' }]);
    await answer(0);
    await done;
    expect(heard).toEqual([message]);
  });

  it('go away again when the server refuses, which is said', async () => {
    const done = reactions.toggle(message, '🎉');
    const refused = new ProblemError(aProblem('room.archived'));

    asked[0]?.answer.error(refused);
    await done;

    expect(shown()).toEqual([{ emoji: '👍', count: 1, isOwn: false }]);
    expect(errors).toEqual([refused]);
  });

  it('end as they were wanted last, one request at a time', async () => {
    const done = reactions.toggle(message, '🎉');
    await reactions.toggle(message, '🎉');

    expect(shown()).toEqual([{ emoji: '👍', count: 1, isOwn: false }]);
    expect(asked.map(({ what }) => what)).toEqual(['react']);
    await answer(0);
    expect(asked.map(({ what }) => what)).toEqual(['react', 'takeBack']);
    await answer(1);
    await done;

    expect(errors).toEqual([]);
  });
});
