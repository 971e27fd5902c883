/** Every way in which the API refuses. Codes are public: add freely, never rename. */
export const errorCatalog = {
  'request.invalid': { status: 400, title: 'The request is not valid' },
  'request.invalid-json': { status: 400, title: 'The body is not valid JSON' },
  'request.invalid-cursor': { status: 400, title: 'The cursor is not valid' },
  'request.unknown-route': { status: 404, title: 'There is nothing at this address' },
  'request.method-not-allowed': { status: 405, title: 'This address does not know this method' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.unsupported-media-type': { status: 415, title: 'This media type is not supported' },
  'request.rate-limited': { status: 429, title: 'Too many requests' },
  'request.idempotency-mismatch': { status: 409, title: 'This id was used for something else' },
  'request.foreign-origin': { status: 403, title: 'This request comes from another site' },
  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.token-invalid': { status: 401, title: 'The access token is not valid' },
  'auth.token-expired': { status: 401, title: 'The access token has expired' },
  'auth.session-revoked': { status: 401, title: 'The session was ended' },
  'auth.session-not-found': { status: 404, title: 'Session not found' },
  'auth.invalid-credentials': { status: 401, title: 'The name or the password is wrong' },
  'auth.registration-closed': { status: 403, title: 'This server takes no new accounts' },
  'auth.invite-required': { status: 403, title: 'New accounts need an invitation' },
  'auth.username-taken': { status: 409, title: 'This user name is taken' },
  'auth.email-taken': { status: 409, title: 'This e-mail address has an account already' },
  'auth.password-too-weak': { status: 400, title: 'This password is too easy to guess' },
  'auth.scope-missing': { status: 403, title: 'This token is not good for that' },
  'auth.personal-token-not-found': { status: 404, title: 'Token not found' },
  'auth.too-many-tokens': { status: 409, title: 'You have as many tokens as one can have' },
  'auth.reauth-required': { status: 403, title: 'Enter your password again' },
  'auth.link-invalid': { status: 410, title: 'This link has expired, or was used already' },
  'user.not-found': { status: 404, title: 'User not found' },
  'user.too-many-follows': { status: 409, title: 'You follow too many people' },
  'room.not-found': { status: 404, title: 'Room not found' },
  'room.not-a-member': { status: 403, title: 'You are not a member of this room' },
  'room.forbidden': { status: 403, title: 'You may not do this in this room' },
  'room.archived': { status: 409, title: 'The room is archived' },
  'room.name-taken': { status: 409, title: 'There is a public room with this name' },
  'room.last-owner': { status: 409, title: 'A room needs an owner: make somebody else one first' },
  'room.full': { status: 409, title: 'The group is full' },
  'room.too-many-pins': { status: 409, title: 'The room has 50 pinned messages already' },
  'invite.gone': { status: 410, title: 'This invitation is no longer valid' },
  'invite.too-many': { status: 409, title: 'The room has too many open invitations' },
  'room.too-large': { status: 409, title: 'The room has too many members for this' },
  'message.not-found': { status: 404, title: 'Message not found' },
  'message.forbidden': { status: 403, title: 'You may not do this with this message' },
  'message.deleted': { status: 409, title: 'The message was deleted' },
  'message.too-many-reactions': { status: 409, title: 'The message has 100 different reactions already' },
  'message.too-soon': { status: 429, title: 'The room is in slow mode: wait before you write again' },
  'post.not-found': { status: 404, title: 'Post not found' },
  'post.forbidden': { status: 403, title: 'You may not do this with this post' },
  'post.too-many-reactions': { status: 409, title: 'There are 100 different reactions already' },
  'server.unavailable': { status: 503, title: 'The server is busy' },
  'server.storage-full': { status: 507, title: 'The server is out of storage' },
  internal: { status: 500, title: 'Something went wrong' },
} as const;

export type ErrorCode = keyof typeof errorCatalog;

const retryableStatuses: readonly number[] = [429, 503, 507];

/** Whether the same request may succeed later without anybody changing anything. */
export function isRetryable(code: ErrorCode): boolean {
  return retryableStatuses.includes(errorCatalog[code].status);
}
