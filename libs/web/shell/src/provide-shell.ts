import { type EnvironmentProviders, inject, makeEnvironmentProviders } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { Locale, provideCore } from '@parley/web-core';
import { DISPLAY_LOCALE } from '@parley/web-ui';
import { routes } from './routes';

/** Everything that the app needs to start. */
export function provideShell(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling()),
    provideCore(),
    { provide: DISPLAY_LOCALE, useFactory: () => inject(Locale).tag },
  ]);
}
