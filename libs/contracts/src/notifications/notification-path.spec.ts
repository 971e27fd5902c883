import { describe, expect, it } from '@jest/globals';
import { notificationPath } from './notification-path.js';

describe('notificationPath', () => {
  it.each([
    [{ kind: 'mention', roomId: 'tea', seq: 7 }, '/chats/tea/m/7'],
    [{ kind: 'message', roomId: 'tea', seq: 7 }, '/chats/tea'],
    [{ kind: 'invite', roomId: 'tea' }, '/chats/tea'],
    [{ kind: 'comment', postId: 'post' }, '/posts/post'],
    [{ kind: 'follow', actor: { username: 'ann' } }, '/@ann'],
    [{ kind: 'security', actor: null }, '/settings/account'],
  ])('of %j is %s', (place, path) => {
    expect(notificationPath(place)).toBe(path);
  });
});
