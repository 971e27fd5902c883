import { type EnvironmentProviders, makeEnvironmentProviders, Service } from '@angular/core';
import { provideTransloco, type Translation, type TranslocoLoader } from '@jsverse/transloco';
import { type Observable, of } from 'rxjs';

@Service()
class NoTexts implements TranslocoLoader {
  getTranslation(): Observable<Translation> {
    return of({});
  }
}

/** Every text is its key, so that tests do not break when somebody finds better words. */
export function provideKeysAsTexts(): EnvironmentProviders {
  return makeEnvironmentProviders(
    provideTransloco({
      config: {
        availableLangs: ['en', 'de'],
        defaultLang: 'en',
        missingHandler: { logMissingKey: false },
        prodMode: true,
      },
      loader: NoTexts,
    }),
  );
}
