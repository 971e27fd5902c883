import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import type { Problem } from '@parley/contracts';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';
import { isProblem, ProblemError } from '../errors/problem-error';
import { Session } from '../session/session';
import { WITHOUT_SESSION } from '../session/session-context';

/**
 * Signs our own requests, and turns their refusals into `ProblemError`s. A request that comes too late for
 * its token is repeated once with a new one.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) {
    return next(request);
  }
  if (request.context.get(WITHOUT_SESSION)) {
    return refusals(next(request));
  }
  const session = inject(Session);
  return from(session.token()).pipe(
    switchMap((token) => send(request, next, token)),
    catchError((error: unknown) => {
      if (isRefused(error, 'auth.token-expired', 'auth.token-invalid')) {
        return from(session.renew()).pipe(switchMap((token) => send(request, next, token)));
      }
      if (isRefused(error, 'auth.session-revoked')) {
        session.end('revoked');
      }
      return throwError(() => error);
    }),
  );
};

function send(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
  token: string | null,
): Observable<HttpEvent<unknown>> {
  const signed = token ? request.clone({ setHeaders: { authorization: `Bearer ${token}` } }) : request;
  return refusals(next(signed));
}

function refusals<T>(answers: Observable<T>): Observable<T> {
  return answers.pipe(catchError((error: unknown) => throwError(() => toProblemError(error))));
}

function isRefused(error: unknown, ...codes: Problem['code'][]): boolean {
  return error instanceof ProblemError && codes.includes(error.problem.code);
}

function toProblemError(error: unknown): unknown {
  const body: unknown = error instanceof HttpErrorResponse ? error.error : undefined;
  return isProblem(body) ? new ProblemError(body) : error;
}
