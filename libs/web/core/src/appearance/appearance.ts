import { DOCUMENT, effect, inject, Service } from '@angular/core';
import { Preferences } from './preferences';

/** Puts the preferences onto the document, where the theme finds them. */
@Service()
export class Appearance {
  constructor() {
    const { dataset } = inject(DOCUMENT).documentElement;
    const preferences = inject(Preferences);
    effect(() => {
      const { theme, density, textSize } = preferences.all();
      dataset['theme'] = theme;
      dataset['density'] = density;
      dataset['textSize'] = textSize;
    });
  }
}
