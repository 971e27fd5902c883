import { DomainError } from '@parley/api-core';

const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];
/** Milliseconds: somebody has to make room. */
const RETRY_AFTER = 60_000;

/** @throws DomainError `server.storage-full` in the place of what a full disk says; anything else as it is */
export function rethrowIfFull(cause: unknown): never {
  const isFull = cause instanceof Error && 'code' in cause && full.includes(cause.code);
  throw isFull ? new DomainError('server.storage-full', { cause, retryAfterMs: RETRY_AFTER }) : cause;
}

/** For what need not be there. */
export function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') {
    throw error;
  }
  return null;
}
