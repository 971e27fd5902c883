import { describe, expect, it } from '@jest/globals';
import { ServerLifecycle } from './server-lifecycle.js';

describe('ServerLifecycle', () => {
  it('finishes when the last piece of work is done', async () => {
    const lifecycle = new ServerLifecycle();
    const done = [lifecycle.begin(), lifecycle.begin()];
    let hasFinished = false;

    const finishing = lifecycle.finish(60_000).then(() => (hasFinished = true));
    done[0]?.();
    await Promise.resolve();
    expect(hasFinished).toBe(false);
    done[1]?.();

    expect(await finishing).toBe(true);
  });

  it('takes nothing new while it finishes', async () => {
    const lifecycle = new ServerLifecycle();

    await lifecycle.finish(60_000);

    expect(() => lifecycle.begin()).toThrow(expect.objectContaining({ code: 'server.unavailable' }));
  });

  it('gives up on work that does not end', async () => {
    const lifecycle = new ServerLifecycle();
    lifecycle.begin();

    await expect(lifecycle.finish(1)).resolves.toBeUndefined();
  });
});
