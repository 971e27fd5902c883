import { describe, expect, it } from '@jest/globals';
import { hasKeyword, kindFor, type RoomReader, type WrittenMessage } from './audience.policy.js';

const now = new Date('2026-11-20T12:00:00Z');

const aMessage = (wishes: Partial<WrittenMessage> = {}): WrittenMessage => ({
  ...{ id: 'm', seq: 5, authorId: 'ann', body: 'hello', mentions: [], mentionsRoom: false },
  ...{ quotedAuthorId: null, ...wishes },
});

const ben = (wishes: Partial<RoomReader> = {}): RoomReader => ({
  ...{ userId: 'ben', notify: 'all', mutedUntil: null, seenSeq: 4, kinds: {}, keywords: [], ...wishes },
});

describe('kindFor', () => {
  it('tells of messages in direct rooms and groups, and not of each in a channel', () => {
    expect(kindFor(aMessage(), ben(), 'direct', now)).toBe('message');
    expect(kindFor(aMessage(), ben(), 'group', now)).toBe('message');
    expect(kindFor(aMessage(), ben(), 'channel', now)).toBeNull();
  });

  it('names what is closest to the person', () => {
    const reply = { quotedAuthorId: 'ben' };

    expect(kindFor(aMessage(reply), ben(), 'direct', now)).toBe('reply');
    expect(kindFor(aMessage({ ...reply, mentions: ['ben'] }), ben(), 'channel', now)).toBe('mention');
    expect(kindFor(aMessage({ mentionsRoom: true }), ben(), 'channel', now)).toBe('mention');
    expect(kindFor(aMessage({ body: 'Tea!' }), ben({ keywords: ['tea'] }), 'channel', now)).toBe('mention');
  });

  it('falls back to what is wanted', () => {
    const called = aMessage({ mentions: ['ben'], quotedAuthorId: 'ben' });

    expect(kindFor(called, ben({ kinds: { mention: 'off' } }), 'channel', now)).toBe('reply');
    expect(kindFor(called, ben({ kinds: { mention: 'off', reply: 'off' } }), 'channel', now)).toBeNull();
  });

  it.each([
    ['their own', { userId: 'ann' }],
    ['seen already', { seenSeq: 5 }],
    ['of a room that is off', { notify: 'none' as const }],
    ['of a room that is muted', { mutedUntil: new Date('2026-11-20T13:00:00Z') }],
  ])('is silent about what is %s', (_, wishes) => {
    const message = aMessage({ mentions: ['ann', 'ben'] });

    expect(kindFor(message, ben(wishes), 'direct', now)).toBeNull();
  });

  it('keeps to mentions and replies where only those are wanted', () => {
    const quieter = ben({ notify: 'mentions', mutedUntil: new Date('2026-11-20T11:00:00Z') });

    expect(kindFor(aMessage(), quieter, 'direct', now)).toBeNull();
    expect(kindFor(aMessage({ mentions: ['ben'] }), quieter, 'direct', now)).toBe('mention');
    expect(kindFor(aMessage({ quotedAuthorId: 'ben' }), quieter, 'direct', now)).toBe('reply');
  });
});

describe('hasKeyword', () => {
  it.each([
    ['the TEA is ready', true],
    ['tea', true],
    ['steamy teapots', false],
    ['> tea\nno', false],
    ['steam, then tea.', true],
  ])('finds the word in %j: %s', (body, expected) => {
    expect(hasKeyword(body, ['tea'])).toBe(expected);
  });

  it('finds words of any script, and phrases', () => {
    expect(hasKeyword('wir trinken grünen Tee heute', ['Grünen Tee'])).toBe(true);
    expect(hasKeyword('Чай готов', ['чай'])).toBe(true);
  });
});
