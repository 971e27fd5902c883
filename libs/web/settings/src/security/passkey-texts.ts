import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { ErrorTexts, PasskeyFailure } from '@parley/web-core';

/** What went wrong with a passkey, on the server or in the browser. */
@Service()
export class PasskeyTexts {
  private readonly errorTexts = inject(ErrorTexts);
  private readonly texts = inject(TranslocoService);

  of(error: unknown): string {
    return error instanceof PasskeyFailure
      ? this.texts.translate(`settings.security.passkeys.${error.reason}`)
      : this.errorTexts.of(error);
  }
}
