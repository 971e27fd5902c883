import type { FileInfo } from '@parley/contracts';
import { isProblem, ProblemError } from '../errors/problem-error';

/** No answer, or none that tells what became of the file. */
export class UploadInterrupted extends Error {
  override readonly name = 'UploadInterrupted';
}

/** @throws ProblemError with what the server said against it; UploadInterrupted when it said nothing */
export function fileFrom(body: string): FileInfo {
  const answer = parsed(body);
  if (isFile(answer)) {
    return answer;
  }
  throw isProblem(answer) ? new ProblemError(answer) : new UploadInterrupted();
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Something on the way has answered in the place of the server.
    return undefined;
  }
}

function isFile(answer: unknown): answer is FileInfo {
  return typeof answer === 'object' && answer !== null && 'id' in answer && 'url' in answer;
}
