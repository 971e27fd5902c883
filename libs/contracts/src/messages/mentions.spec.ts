import { describe, expect, it } from '@jest/globals';
import { callsIn } from './mentions.js';

describe('callsIn', () => {
  it.each([
    ['@ann', ['ann']],
    ['hello @Ann, and @ben.', ['ann', 'ben']],
    ['(@ann_b-c.d)', ['ann_b-c.d']],
    ['@ann @ANN @ann', ['ann']],
    ['ann@example.org', []],
    ['@an', []],
    ['@@ann', []],
    ['nobody', []],
  ])('finds in %j %j', (body, names) => {
    expect(callsIn(body)).toEqual({ names, everybody: false });
  });

  it.each([
    ['@room', true],
    ['now, @Room: come!', true],
    ['the @roomy one', false],
    ['in the room', false],
  ])('tells whether %j calls everybody: %s', (body, everybody) => {
    expect(callsIn(body).everybody).toBe(everybody);
  });

  it('calls everybody besides somebody, who is not called Room', () => {
    expect(callsIn('@room, and above all @ann')).toEqual({ names: ['ann'], everybody: true });
  });

  it.each([
    '> @ann @room said this',
    '`@ann`, and `@room`',
    '```\n@ann\n@room\n```',
    '~~~ts\n@ann\n```\n@room',
    '  > > @ann @room',
  ])('leaves in peace who is only quoted, or code: %j', (body) => {
    expect(callsIn(body)).toEqual({ names: [], everybody: false });
    expect(callsIn(`${body}\n`.includes('~~~') ? `@ben\n${body}` : `${body}\n@ben`).names).toEqual(['ben']);
  });

  it('stops at fifty', () => {
    const body = Array.from({ length: 60 }, (_, i) => `@user${i}`).join(' ');

    expect(callsIn(body).names).toHaveLength(50);
  });

  it('takes no time for what somebody made to take some', () => {
    const began = performance.now();

    ['@`', '@```\n', '>@', '@'].forEach((bit) => callsIn(bit.repeat(10_000)));

    expect(performance.now() - began).toBeLessThan(500);
  });
});
