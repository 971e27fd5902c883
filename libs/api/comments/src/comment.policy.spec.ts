import { describe, expect, it } from '@jest/globals';
import { assertMayComment, assertMayDelete, assertMayEdit } from './comment.policy.js';

const now = new Date('2026-01-01T10:00:00Z');
const post = { authorId: 'ann', commentsClosed: false, slowModeSeconds: 30 };
const comment = { authorId: 'ben', deletedAt: null };

const codeOf = (act: () => void) => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('who may comment', () => {
  it('is everybody who has waited', () => {
    expect(() => assertMayComment(post, 'ben', null, now)).not.toThrow();
    expect(() => assertMayComment(post, 'ben', new Date('2026-01-01T09:59:30Z'), now)).not.toThrow();
  });

  it('is nobody who has not, and the author need not', () => {
    const justNow = new Date('2026-01-01T09:59:50Z');

    expect(codeOf(() => assertMayComment(post, 'ben', justNow, now))).toBe('comment.too-soon');
    expect(() => assertMayComment(post, 'ann', justNow, now)).not.toThrow();
  });

  it('is only the author once it is closed', () => {
    const closed = { ...post, commentsClosed: true };

    expect(codeOf(() => assertMayComment(closed, 'ben', null, now))).toBe('post.comments-closed');
    expect(() => assertMayComment(closed, 'ann', null, now)).not.toThrow();
  });
});

describe('who may change a comment', () => {
  it.each([
    ['eve', 'comment.forbidden', 'comment.forbidden'],
    ['ann', 'comment.forbidden', undefined],
    ['ben', undefined, undefined],
  ])('%s: edit %s, delete %s', (userId, edit, remove) => {
    expect(codeOf(() => assertMayEdit(comment, userId))).toBe(edit);
    expect(codeOf(() => assertMayDelete(comment, post, userId))).toBe(remove);
  });

  it('is nobody when it was deleted', () => {
    expect(codeOf(() => assertMayEdit({ ...comment, deletedAt: now }, 'ben'))).toBe('comment.not-found');
  });
});
