import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FixedWindows } from './fixed-windows.js';

describe('FixedWindows', () => {
  let windows: FixedWindows;

  beforeEach(() => {
    jest.useFakeTimers();
    windows = new FixedWindows();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const isBlocked = async (key: string) => (await windows.increment(key, 10_000, 3)).isBlocked;

  it('blocks from the first one over the limit until the window ends, and each key alone', async () => {
    expect([await isBlocked('ann'), await isBlocked('ann'), await isBlocked('ann')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await windows.increment('ann', 10_000, 3)).toMatchObject({
      isBlocked: true,
      timeToBlockExpire: 10,
    });
    expect(await isBlocked('ben')).toBe(false);

    jest.advanceTimersByTime(10_000);

    expect(await isBlocked('ann')).toBe(false);
  });

  it('tells without counting', async () => {
    for (let hit = 0; hit < 3; hit += 1) {
      expect(windows.peek('ann', 10_000, 3).isBlocked).toBe(false);
      await windows.increment('ann', 10_000, 3);
    }

    expect(windows.peek('ann', 10_000, 3)).toMatchObject({ isBlocked: true, totalHits: 3 });
  });
});
