/** What a log line tells of an error. */
export interface LoggedError {
  name: string;
  message: string;
  stack?: string;
  code?: unknown;
  cause?: LoggedError;
}

/**
 * Field by field: errors of the database carry the whole query and what went into it, which are
 * messages and hashes of passwords.
 */
export function toLoggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) {
    return { name: typeof error, message: String(error) };
  }
  const { name, message, stack, cause } = error;
  return {
    ...{ name, message, stack, code: Reflect.get(error, 'code') as unknown },
    ...(cause !== undefined && { cause: toLoggedError(cause) }),
  };
}
