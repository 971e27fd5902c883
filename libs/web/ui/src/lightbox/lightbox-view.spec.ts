import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FileInfo } from '@parley/contracts';
import { provideKeysAsTexts, settle } from '@parley/web-testing';
import { LightboxView } from './lightbox-view';

const aPicture = (name: string): FileInfo => ({
  id: name,
  name,
  mime: 'image/jpeg',
  size: 1_000,
  width: 800,
  height: 600,
  url: `/api/files/${name}`,
});

describe('LightboxView', () => {
  let fixture: ComponentFixture<LightboxView>;
  let isClosed: boolean;
  const files = signal<readonly FileInfo[]>([]);

  beforeEach(async () => {
    isClosed = false;
    files.set(['kettle', 'cup', 'pot'].map(aPicture));
    TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
    fixture = TestBed.createComponent(LightboxView);
    fixture.componentInstance.show(files, 1);
    fixture.componentInstance.closed.subscribe(() => (isClosed = true));
    await settle();
  });

  const host = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const shown = (): string | null | undefined =>
    host().querySelector('.picture img:not(.blur)')?.getAttribute('alt');
  const press = async (key: string): Promise<void> => {
    host()
      .querySelector('[role=dialog]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
  };
  const button = (name: string): HTMLButtonElement | null =>
    host().querySelector(`[aria-label="lightbox.${name}"]`);

  it('goes from one to the next by keyboard, and stops at the ends', async () => {
    await press('ArrowRight');
    expect(shown()).toBe('pot');
    expect(button('next')?.disabled).toBe(true);
    await press('ArrowRight');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await press('ArrowLeft');

    expect(shown()).toBe('kettle');
    expect(button('previous')?.disabled).toBe(true);
  });

  it('zooms by keyboard, and begins anew with the next one', async () => {
    await press('+');
    expect(host().querySelector<HTMLElement>('.picture')?.style.transform).toContain('scale(1.5)');

    await press('ArrowRight');

    expect(host().querySelector<HTMLElement>('.picture')?.style.transform).toContain('scale(1)');
  });

  it('closes with Escape, and beside the picture', async () => {
    host()
      .querySelector('.picture')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(isClosed).toBe(false);
    host()
      .querySelector('.stage')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(isClosed).toBe(true);

    isClosed = false;
    await press('Escape');
    expect(isClosed).toBe(true);
  });

  it('goes on with what is left when a picture is deleted, and closes with the last one', async () => {
    await press('ArrowRight');
    files.set(['kettle', 'cup'].map(aPicture));
    await settle();
    expect(shown()).toBe('cup');

    files.set([]);
    await settle();
    expect(isClosed).toBe(true);
  });

  it('offers the file, and says when it cannot be shown', async () => {
    expect(host().querySelector('a[download="cup"]')?.getAttribute('href')).toBe('/api/files/cup');

    host().querySelector('.picture img')?.dispatchEvent(new Event('error'));
    await settle();

    expect(host().querySelector('[role=alert]')?.textContent).toContain('error');
  });
});
