import { describe, expect, it } from '@jest/globals';
import { judgeRefresh, ROTATION_GRACE } from './rotation.policy.js';

const rotatedAt = new Date('2026-01-01T12:00:00Z');
const session = {
  refreshHash: 'last',
  previousHash: 'before',
  rotatedAt,
  expiresAt: new Date('2026-03-01T00:00:00Z'),
  revokedAt: null,
};
const after = (milliseconds: number) => new Date(rotatedAt.getTime() + milliseconds);

describe('judgeRefresh', () => {
  it.each([
    ['rotate', 'the last token', session, 'last', after(86_400_000)],
    ['repeat', 'the one before, just after', session, 'before', after(ROTATION_GRACE)],
    ['theft', 'the one before, later', session, 'before', after(ROTATION_GRACE + 1)],
    ['theft', 'any other one', session, 'older', after(0)],
    ['theft', 'nothing where there is none before', { ...session, previousHash: null }, 'x', after(0)],
    ['ended', 'the last token after sixty days', session, 'last', session.expiresAt],
    [
      'ended',
      'the last token of a session that is over',
      { ...session, revokedAt: rotatedAt },
      'last',
      after(1),
    ],
  ] as const)('says %s to %s', (verdict, _, held, hash, now) => {
    expect(judgeRefresh(held, hash, now)).toBe(verdict);
  });
});
