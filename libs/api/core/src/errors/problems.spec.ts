import { describe, expect, it } from '@jest/globals';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { toDomainError } from './problems.js';

const withCode = (code: string) => Object.assign(new Error('no'), { code });
const failedQuery = (cause: Error) => new QueryFailedError('SELECT 1', [], cause);

describe('toDomainError', () => {
  it.each([
    ['the database is down', withCode('ECONNREFUSED')],
    ['it has no socket yet', Object.assign(withCode('ENOENT'), { syscall: 'connect' })],
    ['it is starting', withCode('57P03')],
    ['an administrator ended the connection', failedQuery(withCode('57P01'))],
    ['it lost the connection', failedQuery(withCode('08006'))],
    ['it can only be read', failedQuery(withCode('25006'))],
    ['the connection broke in mid-query', failedQuery(new Error('Connection terminated unexpectedly'))],
    ['the connection broke between two queries', new QueryRunnerAlreadyReleasedError()],
    ['no connection was free', new Error('timeout exceeded when trying to connect')],
    ['it does not answer', failedQuery(new Error('Query read timeout'))],
    ['a statement took too long', failedQuery(withCode('57014'))],
    ['a lock took too long', failedQuery(withCode('55P03'))],
    ['deadlocks did not end', failedQuery(withCode('40P01'))],
  ])('asks to come back when %s', (_, error) => {
    expect(toDomainError(error)).toMatchObject({
      code: 'server.unavailable',
      details: { retryAfterMs: 1_000, cause: error },
    });
  });

  it('tells nothing of what nobody foresaw', () => {
    expect(toDomainError(failedQuery(withCode('42P01')))).toMatchObject({ code: 'internal', details: {} });
  });
});
