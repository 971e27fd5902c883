import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { describe, expect, it } from '@jest/globals';
import { toned } from './emoji-tones';
import { Emojis } from './emojis';

function inLanguage(language: string): Emojis {
  TestBed.configureTestingModule({
    providers: [{ provide: TranslocoService, useValue: { getActiveLang: () => language } }],
  });
  return TestBed.inject(Emojis);
}

const found = async (emojis: Emojis, query: string, limit = 3): Promise<string[]> =>
  (await emojis.find(query, limit)).map(({ emoji }) => emoji);

describe('Emojis', () => {
  it.each(['en', 'de'])('are all what the server takes for an emoji: %s', async (language) => {
    const all = (await inLanguage(language).all()).flatMap(({ emojis }) => emojis);

    expect(all.length).toBeGreaterThan(1_800);
    expect(all.filter(({ emoji }) => !/^\p{RGI_Emoji}$/v.test(emoji))).toEqual([]);
    expect(all.filter(({ name }) => name === '')).toEqual([]);
  });

  it('are found by name, by a part of it, by other words and by their usual code', async () => {
    const emojis = inLanguage('en');

    expect(await found(emojis, 'thumbs up')).toEqual(['👍']);
    expect((await found(emojis, 'pizza'))[0]).toBe('🍕');
    expect(await found(emojis, 'tea', 6)).toContain('🍵');
    expect(await found(emojis, '+1')).toEqual(['👍']);
    expect(await found(emojis, 'tada')).toEqual(['🎉']);
    expect(await found(emojis, 'no such thing')).toEqual([]);
  });

  it('are found in the language of the app, and in English', async () => {
    const emojis = inLanguage('de');

    expect((await found(emojis, 'daumen hoch'))[0]).toBe('👍');
    expect(await found(emojis, 'thumbsup')).toEqual(['👍']);
  });
});

describe('toned', () => {
  it('colours the skin of one and of several people', () => {
    expect(toned('👍', '\u{1f3fd}')).toBe('👍🏽');
    expect(toned('👩‍💻', '\u{1f3ff}')).toBe('👩🏿‍💻');
    expect(toned('👍', '')).toBe('👍');
  });

  it('leaves what has no skin as it is', () => {
    expect(toned('🍕', '\u{1f3fd}')).toBe('🍕');
  });
});
