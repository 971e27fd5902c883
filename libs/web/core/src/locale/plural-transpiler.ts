import { inject, Service } from '@angular/core';
import { DefaultTranspiler, TranslocoService, type TranspileParams } from '@jsverse/transloco';
import { Injector } from '@angular/core';

const PLURAL = /\{\s*(\w+),\s*plural,((?:\s*[\w=]+\s*\{(?:[^{}]|\{\{[^{}]*\}\})*\})+)\s*\}/g;
const FORM = /([\w=]+)\s*\{((?:[^{}]|\{\{[^{}]*\}\})*)\}/g;

/**
 * Understands the plural form of ICU messages, `{count, plural, =0 {nobody} one {# person} other {# people}}`,
 * besides `{{ name }}`. `#` stands for the number as the language writes it.
 */
@Service()
export class PluralTranspiler extends DefaultTranspiler {
  private readonly injector = inject(Injector);

  override transpile(given: TranspileParams): unknown {
    const { value, params = {} } = given;
    if (typeof value !== 'string' || !value.includes(', plural,')) {
      return super.transpile(given) as unknown;
    }
    // The service needs this class first.
    const language = this.injector.get(TranslocoService).getActiveLang();
    const chosen = value.replace(PLURAL, (_, name: string, forms: string) =>
      pluralOf(forms, Number(params[name] ?? 0), language),
    );
    return super.transpile({ ...given, value: chosen }) as unknown;
  }
}

function pluralOf(forms: string, count: number, language: string): string {
  const texts = new Map(Array.from(forms.matchAll(FORM), ([, form = '', text = '']) => [form, text]));
  const category = new Intl.PluralRules(language).select(count);
  const text = texts.get(`=${count}`) ?? texts.get(category) ?? texts.get('other') ?? '';
  return text.replaceAll('#', new Intl.NumberFormat(language).format(count));
}
