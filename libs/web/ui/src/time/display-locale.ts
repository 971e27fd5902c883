import { InjectionToken, signal, type Signal } from '@angular/core';

/** How dates and numbers are written, as a language tag. The app gives the one that the person has chosen. */
export const DISPLAY_LOCALE = new InjectionToken<Signal<string>>('DISPLAY_LOCALE', {
  factory: () => signal(navigator.language),
});
