import { DomainError, isUniqueViolation } from '@parley/api-core';

/** What an error means to who named a room; any other error stays what it is. */
export function withTakenName(error: unknown): unknown {
  return isUniqueViolation(error, 'rooms_public_name')
    ? new DomainError('room.name-taken', { errors: [{ pointer: '/name', detail: 'is taken' }] })
    : error;
}
