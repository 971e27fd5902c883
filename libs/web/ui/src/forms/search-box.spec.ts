import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { SearchBox } from './search-box';

@Component({
  imports: [SearchBox],
  template: `
    <parley-search-box label="Find tea" clearLabel="Clear" [(text)]="text" (entered)="entered = text()" />
  `,
  host: { '(keydown.escape)': 'close()' },
})
class TeaShop {
  readonly text = signal('');
  closed = false;
  entered = '';

  close(): void {
    this.closed = true;
  }
}

function open() {
  const fixture = TestBed.createComponent(TeaShop);
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const box = () => element.querySelector('input') ?? new HTMLInputElement();
  return {
    shop: fixture.componentInstance,
    box,
    clear: () => element.querySelector('button'),
    type: (text: string) => {
      box().value = text;
      box().dispatchEvent(new Event('input'));
      fixture.detectChanges();
    },
    press: (key: string) => {
      box().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      fixture.detectChanges();
    },
  };
}

describe('the search box', () => {
  it('tells what is typed, and when it is meant', () => {
    const { shop, type, press } = open();

    type('green');
    press('Enter');

    expect(shop.entered).toBe('green');
  });

  it('is emptied by its button, which is there only then, and goes on', () => {
    const { shop, box, clear, type } = open();
    expect(clear()).toBeNull();

    type('green');
    clear()?.click();

    expect(shop.text()).toBe('');
    expect(document.activeElement).toBe(box());
  });

  it('is emptied by Escape, and leaves the next one to what it is in', () => {
    const { shop, type, press } = open();
    type('green');

    press('Escape');
    expect([shop.text(), shop.closed]).toEqual(['', false]);
    press('Escape');
    expect(shop.closed).toBe(true);
  });
});
