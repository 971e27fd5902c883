import { inject, Injector, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { ErrorTexts } from './error-texts';

const SHOWN_FOR_MS = 6_000;

/** The one snack bar: short words about what just happened, with at most one thing to do. */
@Service()
export class Notices {
  private readonly injector = inject(Injector);
  private readonly texts = inject(ErrorTexts);
  private readonly transloco = inject(TranslocoService);

  /** Loads the snack bar, which is no part of the first page, before somebody needs it without a network. */
  prepare(): Promise<unknown> {
    return loadSnackBar();
  }

  /** Resolves with whether the person chose the action. */
  async show(text: string, action?: string): Promise<boolean> {
    const { MatSnackBar } = await loadSnackBar();
    const shown = this.injector.get(MatSnackBar).open(text, action, {
      duration: SHOWN_FOR_MS,
      // Above what is at the bottom of the page (`_base.scss`).
      panelClass: 'parley-notice',
    });
    return new Promise((resolve) => {
      shown.afterDismissed().subscribe(({ dismissedByAction }) => resolve(dismissedByAction));
    });
  }

  showError(error: unknown): void {
    void this.show(this.texts.of(error), this.transloco.translate('actions.dismiss'));
  }
}

function loadSnackBar() {
  return import('@angular/material/snack-bar');
}
