import { describe, expect, it } from '@jest/globals';
import type { Message, SystemNote } from '@parley/contracts';
import { aMessage } from '@parley/web-testing';
import { messageRows } from '../room/timeline';
import { collapsedRows } from './collapsed-rows';

const note = (seq: number, kind: SystemNote['kind'], wishes: Partial<Message> = {}): Message =>
  aMessage({ seq, kind: 'system', authorId: `person-${seq}`, body: '', system: { kind }, ...wishes });
const seqs = (messages: readonly Message[]) =>
  collapsedRows(messageRows(messages)).map(({ message, more = [] }) =>
    [message, ...more].map(({ seq }) => seq),
  );

describe('collapsedRows', () => {
  it('tells people together who came one after the other', () => {
    const messages = [aMessage({ seq: 1 }), note(2, 'joined'), note(3, 'joined'), note(4, 'joined')];

    expect(seqs(messages)).toEqual([[1], [2, 3, 4]]);
  });

  it('keeps apart what is not the same, or has something between', () => {
    const messages = [note(1, 'joined'), note(2, 'left'), aMessage({ seq: 3 }), note(4, 'left')];

    expect(seqs(messages)).toEqual([[1], [2], [3], [4]]);
  });

  it('keeps apart what says more than who, and what happened on different days', () => {
    const nextDay = { createdAt: '2026-01-02T10:00:00.000Z' };
    const messages = [note(1, 'renamed'), note(2, 'renamed'), note(3, 'joined'), note(4, 'joined', nextDay)];

    expect(seqs(messages)).toEqual([[1], [2], [3], [4]]);
  });

  it('leaves rows alone of which none is such a line', () => {
    const rows = messageRows([aMessage({ seq: 1 }), aMessage({ seq: 2 })]);

    expect(collapsedRows(rows)).toBe(rows);
  });
});
