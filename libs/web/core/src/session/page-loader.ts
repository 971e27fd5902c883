import { DOCUMENT, inject, Service } from '@angular/core';

/** Loads the app anew, which is the surest way to leave nothing of one account to the next. */
@Service()
export class PageLoader {
  private readonly document = inject(DOCUMENT);

  load(path: string): void {
    this.document.location.assign(path);
  }
}
