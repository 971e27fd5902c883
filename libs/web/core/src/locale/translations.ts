import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Observable } from 'rxjs';

/** Texts of a scope are loaded with the feature that has them: `chat/de` is `/i18n/chat/de.json`. */
@Service()
export class Translations implements TranslocoLoader {
  private readonly http = inject(HttpClient);

  /** What belongs to no scope is in the scope `app`. */
  getTranslation(path: string): Observable<Translation> {
    return this.http.get<Translation>(`/i18n/${path.includes('/') ? path : `app/${path}`}.json`);
  }
}
