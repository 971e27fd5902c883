import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '@parley/web-core';
import { forkJoin } from 'rxjs';
import { Shortcuts } from '../shortcuts/shortcuts';

/** The features that have texts of their own. */
const scopes = ['auth', 'chat', 'notifications', 'people', 'settings'];

/**
 * Fetches, once the first page stands, what is needed later and perhaps without a network: the texts, the
 * notices and the dialogs. The router does the same with the pages.
 */
@Service()
export class LoadAhead {
  private readonly notices = inject(Notices);
  private readonly shortcuts = inject(Shortcuts);
  private readonly texts = inject(TranslocoService);

  /** What fails here is tried again when it is needed. */
  async start(): Promise<void> {
    const language = this.texts.getActiveLang();
    forkJoin(scopes.map((scope) => this.texts.load(`${scope}/${language}`))).subscribe({
      error: () => undefined,
    });
    await Promise.allSettled([this.notices.prepare(), this.shortcuts.prepare()]);
  }
}
