import { describe, expect, it } from '@jest/globals';
import { inviteIn } from './invite-address';

describe('inviteIn', () => {
  it('finds the invitation that somebody came by', () => {
    expect(inviteIn(`/invite/${'a-_9'.repeat(6)}`)).toBe('a-_9'.repeat(6));
  });

  it.each([undefined, '/', '/invite', '/invite/short', `/chats/invite/${'x'.repeat(24)}`])(
    'finds none in %s',
    (url) => {
      expect(inviteIn(url)).toBeUndefined();
    },
  );
});
