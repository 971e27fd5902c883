import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Realtime } from '../realtime/realtime';
import { aMessage, FakeRealtime } from '@parley/web-testing';
import { Typists } from './typists';

describe('Typists', () => {
  let realtime: FakeRealtime;
  let typists: Typists;

  beforeEach(() => {
    jest.useFakeTimers();
    realtime = new FakeRealtime();
    TestBed.configureTestingModule({ providers: [{ provide: Realtime, useValue: realtime }] });
    typists = TestBed.inject(Typists);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const tell = (userId: string, typing: boolean, roomId = 'room-1') =>
    realtime.emit('typing:changed', { roomId, userId, typing });

  it('are known for each room, who began first in front', () => {
    tell('ann', true);
    tell('ben', true);
    tell('carl', true, 'room-2');
    tell('ann', true);

    expect(typists.in('room-1')).toEqual(['ann', 'ben']);
    expect(typists.in('room-2')).toEqual(['carl']);
    expect(typists.in('room-3')).toEqual([]);
  });

  it('are gone when they stop, or have said what they wrote', () => {
    tell('ann', true);
    tell('ben', true);

    tell('ann', false);
    realtime.emit('message:changed', { roomId: 'room-1', messages: [aMessage({ authorId: 'ben' })] });

    expect(typists.in('room-1')).toEqual([]);
  });

  it('are gone six seconds after they were told of last, should the end be lost', () => {
    tell('ann', true);
    jest.advanceTimersByTime(4_000);
    tell('ann', true);
    jest.advanceTimersByTime(4_000);

    expect(typists.in('room-1')).toEqual(['ann']);
    jest.advanceTimersByTime(2_000);
    expect(typists.in('room-1')).toEqual([]);
  });
});
