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

  /** Resolves with whether the person chose the action. */
  async show(text: string, action?: string): Promise<boolean> {
    // Loaded with the first notice, not with the first page.
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    const shown = this.injector.get(MatSnackBar).open(text, action, { duration: SHOWN_FOR_MS });
    return new Promise((resolve) => {
      shown.afterDismissed().subscribe(({ dismissedByAction }) => resolve(dismissedByAction));
    });
  }

  showError(error: unknown): void {
    void this.show(this.texts.of(error), this.transloco.translate('actions.dismiss'));
  }
}
