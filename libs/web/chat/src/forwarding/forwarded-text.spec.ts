import { describe, expect, it } from '@jest/globals';
import { callsIn, codePoints, limits } from '@parley/contracts/constants';
import { forwardedText } from './forwarded-text';

const hello = { author: 'Ann', body: 'hello\n\nall', link: 'https://chat.example/chats/1/m/2' };

describe('forwardedText', () => {
  it('has the comment, and under it who said what, and where', () => {
    expect(forwardedText(hello, ' look ')).toBe(
      'look\n\n> **Ann** · https://chat.example/chats/1/m/2\n> hello\n> \n> all',
    );
  });

  it('is the quotation alone without a comment, and without a link for who may not see it', () => {
    expect(forwardedText({ ...hello, link: null }, '  ')).toBe('> **Ann**\n> hello\n> \n> all');
  });

  it('calls nobody whom the message had called, but whom the comment calls', () => {
    const body = 'come, @ben and @room!\n```\n@carl';

    expect(callsIn(forwardedText({ ...hello, body }, 'for @dora'))).toEqual({
      names: ['dora'],
      everybody: false,
    });
  });

  it('takes a name for a name', () => {
    expect(forwardedText({ ...hello, author: '*[x](y)_', link: null }, '')).toContain('**\\*\\[x\\](y)\\_**');
  });

  it('is never longer than a message may be', () => {
    const body = '😀\n'.repeat(limits.message.body / 2);
    const text = forwardedText({ ...hello, body }, 'so long');

    expect(codePoints(text)).toBe(limits.message.body);
    expect(text.endsWith('…')).toBe(true);
  });
});
