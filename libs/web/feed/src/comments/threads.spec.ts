import { describe, expect, it } from '@jest/globals';
import type { Comment } from '@parley/contracts';
import { aUser } from '@parley/web-testing';
import { threadsOf } from './threads';

const aComment = (id: string, wishes: Partial<Comment> = {}): Comment => ({
  id,
  postId: 'post-1',
  parentId: null,
  seq: 1,
  change: 1,
  author: aUser(),
  body: id,
  mentions: [],
  mentionedNames: [],
  reactions: [],
  createdAt: '2026-01-01T10:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  ...wishes,
});
const deletedAt = '2026-01-01T11:00:00.000Z';
const shape = (comments: Comment[], gone = '') =>
  threadsOf(comments, (id) => id === gone).map(({ comment, answers }) => [
    comment.id,
    ...answers.map(({ id }) => id),
  ]);

describe('threadsOf', () => {
  it('puts answers under what they answer, in the order in which they came', () => {
    const comments = [
      aComment('a'),
      aComment('b'),
      aComment('b1', { parentId: 'b' }),
      aComment('a1', { parentId: 'a' }),
    ];

    expect(shape(comments)).toEqual([
      ['a', 'a1'],
      ['b', 'b1'],
    ]);
  });

  it('leaves out what was deleted, except where answers stand under it', () => {
    const comments = [
      aComment('a', { deletedAt }),
      aComment('b', { deletedAt }),
      aComment('b1', { parentId: 'b' }),
      aComment('b2', { parentId: 'b', deletedAt }),
    ];

    expect(shape(comments)).toEqual([['b', 'b1']]);
  });

  it('leaves out what somebody has just deleted', () => {
    expect(shape([aComment('a'), aComment('b')], 'a')).toEqual([['b']]);
  });
});
