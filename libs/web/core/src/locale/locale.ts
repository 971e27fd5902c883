import { computed, DOCUMENT, effect, inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Preferences } from '../appearance/preferences';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** The language of the texts, and how dates and numbers are written. */
@Service()
export class Locale {
  private readonly preferences = inject(Preferences);
  private readonly transloco = inject(TranslocoService);
  private readonly dateFormats = new Map<string, Intl.DateTimeFormat>();

  readonly language = computed<Language>(() => {
    const { language } = this.preferences.all();
    return language === 'system' ? ofTheBrowser() : language;
  });

  /** With the region that the browser asks for: `de-AT` rather than `de`, when the texts are German. */
  readonly tag = computed(
    () => navigator.languages.find((tag) => languageOf(tag) === this.language()) ?? this.language(),
  );

  private readonly numbers = computed(() => new Intl.NumberFormat(this.tag()));

  constructor() {
    const { documentElement } = inject(DOCUMENT);
    effect(() => {
      const language = this.language();
      this.transloco.setActiveLang(language);
      documentElement.lang = language;
      documentElement.dir = rightToLeft.has(language) ? 'rtl' : 'ltr';
    });
  }

  number(value: number): string {
    return this.numbers().format(value);
  }

  date(value: string | number | Date, options: Intl.DateTimeFormatOptions): string {
    // Making a format costs a thousand times what using it costs.
    const key = `${this.tag()} ${JSON.stringify(options)}`;
    const format = this.dateFormats.get(key) ?? new Intl.DateTimeFormat(this.tag(), options);
    this.dateFormats.set(key, format);
    return format.format(new Date(value));
  }
}

function ofTheBrowser(): Language {
  const wanted = navigator.languages.map(languageOf);
  return wanted.map((tag) => languages.find((language) => language === tag)).find(Boolean) ?? 'en';
}

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
