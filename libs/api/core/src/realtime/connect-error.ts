import { v7 as uuidv7 } from 'uuid';
import { toDomainError, toSocketProblem } from '../errors/problems.js';

/** What `connect_error` brings to a client that is not let in: a problem, and nothing of the reason behind it. */
export function toConnectError(error: unknown): Error {
  const problem = toSocketProblem(toDomainError(error), '/socket.io', uuidv7());
  return Object.assign(new Error(problem.title), { data: problem });
}
