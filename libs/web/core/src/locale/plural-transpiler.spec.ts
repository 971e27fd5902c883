import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { describe, expect, it } from '@jest/globals';
import { PluralTranspiler } from './plural-transpiler';

function transpile(value: string, params: Record<string, unknown>, language = 'en'): unknown {
  TestBed.configureTestingModule({
    providers: [{ provide: TranslocoService, useValue: { getActiveLang: () => language } }],
  });
  return TestBed.inject(PluralTranspiler).transpile({ value, params, translation: {}, key: 'key' });
}

const people = '{count, plural, =0 {Nobody} one {# person} other {# people}} in {{ room }}';

describe('PluralTranspiler', () => {
  it.each([
    [0, 'Nobody in Tea'],
    [1, '1 person in Tea'],
    [1_200, '1,200 people in Tea'],
  ])('chooses the form for %s', (count, text) => {
    expect(transpile(people, { count, room: 'Tea' })).toBe(text);
  });

  it('writes numbers as the language does', () => {
    expect(transpile(people, { count: 1_200, room: 'Tee' }, 'de')).toBe('1.200 people in Tee');
  });

  it('lets a form have parameters of its own', () => {
    expect(
      transpile('{n, plural, one {{{ who }}} other {{{ who }} and # others}}', { n: 3, who: 'Ann' }),
    ).toBe('Ann and 3 others');
  });

  it('takes parameters as they are, whatever they look like', () => {
    expect(transpile('Hello {{ name }}', { name: '{n, plural, other {x}}' })).toBe(
      'Hello {n, plural, other {x}}',
    );
  });
});
