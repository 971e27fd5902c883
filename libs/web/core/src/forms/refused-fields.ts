import type { ValidationError } from '@angular/forms/signals';
import type { ErrorCode } from '@parley/contracts/constants';
import { ProblemError } from '../errors/problem-error';

type Fields = Readonly<Record<string, ValidationError.WithFieldTree['fieldTree']>>;

/**
 * What the server has against single fields, for the action of a form to return: by its pointers, and by
 * codes that are about one field. Empty when the refusal is about something else.
 * The message is a key of the texts, or the server's own words where there is none.
 */
export function refusedFields(
  error: unknown,
  fields: Fields,
  codes: Partial<Record<ErrorCode, string>> = {},
): ValidationError.WithFieldTree[] {
  if (!(error instanceof ProblemError)) {
    return [];
  }
  const { code, errors = [] } = error.problem;
  const byCode = fields[codes[code] ?? ''];
  if (byCode) {
    return [{ kind: 'server', message: `errors.${code}`, fieldTree: byCode }];
  }
  return errors.flatMap(({ pointer, detail }) => {
    const fieldTree = fields[pointer.slice(1)];
    return fieldTree ? [{ kind: 'server', message: detail, fieldTree }] : [];
  });
}
