import { ErrorHandler, inject, Injector } from '@angular/core';
import { Notices } from './notices';
import { ProblemError } from './problem-error';

/** For what nobody caught. A refusal is shown; anything else is a fault of ours and goes to the console too. */
export class AppErrorHandler extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    const cause = error instanceof Error && 'rejection' in error ? error.rejection : error;
    if (!(cause instanceof ProblemError)) {
      super.handleError(cause);
    }
    // Later, because an error may occur before the texts are there.
    this.injector.get(Notices).showError(cause);
  }
}
