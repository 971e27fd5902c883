import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideKeysAsTexts, settle } from '@parley/web-testing';
import { EmojiMemory } from './emoji-memory';
import { EmojiPicker } from './emoji-picker';

beforeEach(() => localStorage.clear());
// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => undefined;

async function setup() {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(EmojiPicker);
  const element = fixture.nativeElement as HTMLElement;
  const chosen: string[] = [];
  fixture.componentInstance.chosen.subscribe((emoji) => chosen.push(emoji));
  while (!element.querySelector('[role=option]')) {
    await settle();
  }
  const box = element.querySelector('input') ?? new HTMLInputElement();
  const type = async (text: string) => {
    box.value = text;
    box.setSelectionRange(text.length, text.length);
    box.dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settle();
    }
  };
  const active = () => {
    const id = box.getAttribute('aria-activedescendant');
    return id && element.querySelector(`#${id}`)?.textContent.trim();
  };
  const shown = () => [...element.querySelectorAll('[role=option]')].map((one) => one.textContent.trim());
  return { fixture, element, chosen, type, press, active, shown };
}

describe('EmojiPicker', () => {
  it('chooses what is clicked, and offers it first the next time', async () => {
    const { element, chosen } = await setup();

    element.querySelector<HTMLElement>('[aria-label="pizza"]')?.click();

    expect(chosen).toEqual(['🍕']);
    expect(TestBed.inject(EmojiMemory).offered(2)).toEqual(['🍕', '👍']);
  });

  it('searches while one types, and takes the best match by Enter', async () => {
    const { type, press, chosen, shown } = await setup();

    await type('tada');
    expect(shown()).toEqual(['🎉']);
    await press('Enter');

    expect(chosen).toEqual(['🎉']);
  });

  it('moves by arrows through the rows, and tells screen readers where it is', async () => {
    const { press, active, chosen, shown } = await setup();
    const all = shown();

    await press('ArrowDown');
    expect(active()).toBe(all[0]);
    await press('ArrowRight', 'ArrowDown');
    expect(active()).toBe(all[9]);
    await press('ArrowLeft', 'Enter');

    expect(chosen).toEqual([all[8]]);
  });

  it('says when there is no such emoji', async () => {
    const { type, element, press, chosen } = await setup();

    await type('no such thing');
    await press('Enter');

    expect(element.textContent).toContain('nothing');
    expect(chosen).toEqual([]);
  });

  it('colours the skin, and remembers it', async () => {
    const { element, shown } = await setup();

    element.querySelector<HTMLElement>('.tone')?.click();
    await settle();
    element.querySelectorAll<HTMLElement>('.tones button')[5]?.click();
    await settle();

    expect(shown()).toContain('👋🏿');
    expect(TestBed.inject(EmojiMemory).tone()).toBe('\u{1f3ff}');
  });
});
