import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('lets work on the same row begin when the one before has ended, well or badly', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const work = (name: string, failure?: Error) => async () => {
      log.push(`${name} begins`);
      await new Promise(setImmediate);
      log.push(`${name} ends`);
      if (failure) {
        throw failure;
      }
      return name;
    };

    const answers = await Promise.allSettled([
      turns.take('tea', work('one', new Error('no'))),
      turns.take('tea', work('two')),
      turns.take('milk', work('other')),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(log.filter((entry) => !entry.startsWith('other'))).toEqual([
      'one begins',
      'one ends',
      'two begins',
      'two ends',
    ]);
    expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('one ends'));
    await new Promise(setImmediate);
    expect(turns.size).toBe(0);
  });

  it('sends away whose turn does not come, and still keeps the others apart', async () => {
    const turns = new Turns();
    const first = Promise.withResolvers<undefined>();
    const log: string[] = [];
    const one = turns.take('tea', () => first.promise);

    const late = turns.take('tea', async () => void log.push('late'), 1);
    await expect(late).rejects.toMatchObject({ code: 'server.unavailable' });
    const three = turns.take('tea', async () => void log.push('three'));
    await new Promise(setImmediate);
    expect(log).toEqual([]);
    first.resolve(undefined);
    await Promise.all([one, three]);

    expect(log).toEqual(['three']);
  });
});
