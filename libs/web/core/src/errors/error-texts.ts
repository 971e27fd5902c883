import { HttpErrorResponse } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { ProblemError } from './problem-error';

/** What went wrong and what to do, in the language of the person. */
@Service()
export class ErrorTexts {
  private readonly transloco = inject(TranslocoService);

  of(error: unknown): string {
    if (error instanceof ProblemError) {
      return this.ofProblem(error);
    }
    const isOffline = error instanceof HttpErrorResponse && error.status === 0;
    return this.transloco.translate(isOffline ? 'errors.offline' : 'errors.unexpected');
  }

  /** Of a code that stands in an address, where anything can stand. */
  ofCode(code: string): string {
    const key = `errors.${code}`;
    const text: unknown = /^[a-z-]+\.[a-z-]+$/.test(code) ? this.transloco.translate(key) : key;
    return typeof text === 'string' && text !== key ? text : this.transloco.translate('errors.unexpected');
  }

  private ofProblem(error: ProblemError): string {
    const key = `errors.${error.problem.code}`;
    const text = this.transloco.translate(key);
    // The server explains what no translation knows yet.
    return text === key ? error.message : text;
  }
}
