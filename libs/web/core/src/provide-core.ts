import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type EnvironmentProviders,
  ErrorHandler,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { TitleStrategy } from '@angular/router';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { apiInterceptor } from './api/api.interceptor';
import { Appearance } from './appearance/appearance';
import { AppErrorHandler } from './errors/app-error-handler';
import { languages, Locale } from './locale/locale';
import { PluralTranspiler } from './locale/plural-transpiler';
import { Translations } from './locale/translations';
import { Session } from './session/session';
import { PageTitle } from './title/page-title';

/** What every page relies on. */
export function provideCore(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([apiInterceptor])),
    { provide: ErrorHandler, useClass: AppErrorHandler },
    { provide: TitleStrategy, useExisting: PageTitle },
    provideTransloco({
      config: {
        availableLangs: [...languages],
        defaultLang: 'en',
        fallbackLang: 'en',
        missingHandler: { useFallbackTranslation: true },
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: Translations,
    }),
    provideTranslocoTranspiler(PluralTranspiler),
    provideAppInitializer(() => {
      inject(Appearance);
      inject(Locale);
      return inject(Session).start();
    }),
  ]);
}
