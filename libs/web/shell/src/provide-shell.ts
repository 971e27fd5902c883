import { type EnvironmentProviders, inject, makeEnvironmentProviders } from '@angular/core';
import {
  PreloadAllModules,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withPreloading,
} from '@angular/router';
import { Locale, Presences, provideCore } from '@parley/web-core';
import { DISPLAY_LOCALE, PresenceSource } from '@parley/web-ui';
import { routes } from './routes';

/** Everything that the app needs to start. */
export function provideShell(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling(),
      // After the first page, so that the others are there at once, and without a network.
      withPreloading(PreloadAllModules),
    ),
    provideCore(),
    { provide: PresenceSource, useExisting: Presences },
    { provide: DISPLAY_LOCALE, useFactory: () => inject(Locale).tag },
  ]);
}
