import type { Message, SocketProblem } from '@parley/contracts';
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
    reactions: [],
    pinnedAt: null,
    createdAt: '2026-01-01T10:00:00.000Z',
    editedAt: null,
    deletedAt: null,
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
