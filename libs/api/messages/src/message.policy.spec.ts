import { describe, expect, it } from '@jest/globals';
import { assertMayDelete, assertMayEdit, assertMayPin, assertMayReact } from './message.policy.js';

const words = { kind: 'text', authorId: 'ann', deletedAt: null } as const;
const note = { ...words, kind: 'system' } as const;
const tombstone = { ...words, deletedAt: new Date() };
const refusal = (code: string) => expect.objectContaining({ code });

describe('who may change a message', () => {
  it('is for its words the author alone, as long as they may speak', () => {
    expect(() => assertMayEdit(words, 'ben', true)).toThrow(refusal('message.forbidden'));
    expect(() => assertMayEdit(note, 'ann', true)).toThrow(refusal('message.forbidden'));
    expect(() => assertMayEdit(tombstone, 'ann', true)).toThrow(refusal('message.deleted'));
    expect(() => assertMayEdit(words, 'ann', false)).toThrow(refusal('room.forbidden'));
    expect(() => assertMayEdit(words, 'ann', true)).not.toThrow();
  });

  it('is for deleting it the author or a moderator, and for what the system tells moderators alone', () => {
    expect(() => assertMayDelete(words, 'ben', false)).toThrow(refusal('message.forbidden'));
    expect(() => assertMayDelete(note, 'ann', false)).toThrow(refusal('message.forbidden'));
    expect(() => assertMayDelete(words, 'ann', false)).not.toThrow();
    expect(() => assertMayDelete(note, 'ben', true)).not.toThrow();
  });

  it('is for reactions everybody, to what somebody said', () => {
    expect(() => assertMayReact(note)).toThrow(refusal('message.forbidden'));
    expect(() => assertMayReact(tombstone)).toThrow(refusal('message.deleted'));
    expect(() => assertMayReact(words)).not.toThrow();
  });

  it('is for pins whoever may pin in the room', () => {
    expect(() => assertMayPin(words, false)).toThrow(refusal('message.forbidden'));
    expect(() => assertMayPin(note, true)).toThrow(refusal('message.forbidden'));
    expect(() => assertMayPin(tombstone, true)).toThrow(refusal('message.deleted'));
    expect(() => assertMayPin(words, true)).not.toThrow();
  });
});
