import { DomainError } from '@parley/api-core';
import type { ErrorCode } from '@parley/contracts';
import { rethrowIfFull } from '../store/storage-errors.js';

/** What the protocol says by a status alone. */
const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  404: 'file.not-found',
  409: 'file.offset-mismatch',
  410: 'file.link-expired',
  413: 'request.too-large',
  415: 'request.unsupported-media-type',
};

/** @param error that the library met, when there was one; @param status that it would answer with */
export function toUploadError(error: unknown, status: number): DomainError {
  if (error instanceof DomainError) {
    return error;
  }
  if (error instanceof Error) {
    try {
      rethrowIfFull(error);
    } catch (full) {
      if (full instanceof DomainError) {
        return full;
      }
    }
  }
  return new DomainError(codeOfStatus[status] ?? (status < 500 ? 'request.invalid' : 'internal'), {
    cause: error,
  });
}
