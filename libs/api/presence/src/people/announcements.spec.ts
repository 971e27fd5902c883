import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Presence } from '@parley/contracts';
import { Announcements } from './announcements.js';

const as = (status: Presence['status'], userId = 'ann'): Presence => ({ userId, status, lastActiveAt: null });

describe('Announcements', () => {
  let announcements: Announcements;

  beforeEach(() => {
    announcements = new Announcements();
    announcements.begin(as('online'));
  });

  it('tell a change that has lasted for a second, once', () => {
    announcements.note(as('away'), 0);

    expect(announcements.takeDue(999)).toEqual([]);
    expect(announcements.takeDue(1_000)).toEqual([as('away')]);
    expect(announcements.takeDue(9_000)).toEqual([]);
  });

  it('tell that somebody has gone after five seconds', () => {
    announcements.note(as('offline'), 0);

    expect(announcements.takeDue(4_999)).toEqual([]);
    expect(announcements.takeDue(5_000)).toEqual([as('offline')]);
  });

  it('tell nothing of who is back in time', () => {
    announcements.note(as('offline'), 0);
    announcements.note(as('online'), 4_000);

    expect(announcements.isAnythingPending).toBe(false);
    expect(announcements.takeDue(9_000)).toEqual([]);
  });

  it('wait again when it changes again, and not when it is only repeated', () => {
    announcements.note(as('away'), 0);
    announcements.note(as('dnd'), 900);
    announcements.note(as('dnd'), 1_800);

    expect(announcements.takeDue(1_899)).toEqual([]);
    expect(announcements.takeDue(1_900)).toEqual([as('dnd')]);
  });

  it('tell a second watcher what the first one knows', () => {
    announcements.note(as('away'), 0);

    expect(announcements.begin(as('away'))).toEqual(as('online'));
  });

  it('say nothing of whom nobody watches', () => {
    announcements.forget('ann');
    announcements.note(as('away'), 0);

    expect(announcements.takeDue(9_000)).toEqual([]);
  });
});
