import type { Me, Membership, Message, Post, Room, SocketProblem, User } from '@parley/contracts';
import { errorCatalog, type ErrorCode, isRetryable } from '@parley/contracts/constants';

/** A message as a test wishes it, and the rest made up. */
export function aMessage({ seq = 1, change = seq, ...wishes }: Partial<Message>): Message {
  return {
    id: `message-${seq}`,
    roomId: 'room-1',
    seq,
    change,
    kind: 'text',
    authorId: 'ann',
    body: `message ${seq}`,
    replyTo: null,
    files: [],
    mentions: [],
    mentionsRoom: false,
    reactions: [],
    pinnedAt: null,
    createdAt: '2026-01-01T10:00:00.000Z',
    editedAt: null,
    deletedAt: null,
    ...wishes,
  };
}

export function aUser(wishes: Partial<User> = {}): User {
  const { username = 'ann' } = wishes;
  return {
    id: username,
    username,
    displayName: username.charAt(0).toUpperCase() + username.slice(1),
    avatarUrl: null,
    bio: '',
    statusEmoji: '',
    statusText: '',
    statusExpiresAt: null,
    createdAt: '2026-01-01T10:00:00.000Z',
    deleted: false,
    ...wishes,
  };
}

export function aMe(wishes: Partial<Me> = {}): Me {
  return {
    ...aUser(wishes),
    email: 'ann@example.org',
    emailVerified: false,
    twoFactorEnabled: false,
    locale: 'en',
    readReceipts: true,
    showPresence: true,
    presence: 'online',
    role: 'user',
    ...wishes,
  };
}

export function aMembership(wishes: Partial<Membership> = {}): Membership {
  return {
    role: 'member',
    joinedAt: '2026-01-01T10:00:00.000Z',
    lastReadSeq: 0,
    lastDeliveredSeq: 0,
    unreadFrom: null,
    unread: 0,
    mentions: 0,
    notify: 'all',
    mutedUntil: null,
    favourite: false,
    ...wishes,
  };
}

export function aRoom(wishes: Partial<Room> = {}): Room {
  return {
    id: 'room-1',
    kind: 'channel',
    name: 'Tea',
    topic: '',
    visibility: 'public',
    encryption: null,
    memberCount: 2,
    lastSeq: 0,
    lastChange: 0,
    lastMessage: null,
    createdAt: '2026-01-01T10:00:00.000Z',
    pictureUrl: null,
    posting: 'everyone',
    slowModeSeconds: 0,
    archivedAt: null,
    peers: [],
    me: aMembership(),
    ...wishes,
  };
}

export function aPost(wishes: Partial<Post> = {}): Post {
  return {
    id: 'post-1',
    change: 1,
    author: aUser(),
    body: 'a post',
    contentWarning: null,
    visibility: 'public',
    files: [],
    mentions: [],
    mentionedNames: [],
    hashtags: [],
    commentCount: 0,
    reactions: [],
    roomId: null,
    commentsClosed: false,
    slowModeSeconds: 0,
    createdAt: '2026-01-01T10:00:00.000Z',
    editedAt: null,
    ...wishes,
  };
}

export function aProblem(code: ErrorCode): SocketProblem {
  const { status, title } = errorCatalog[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    instance: '/socket.io',
    requestId: 'request-1',
    retryable: isRetryable(code),
  };
}
