import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const themes = ['light', 'dark'] as const;

/** axe finds nothing serious on the page as it is now, in neither theme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`);
    expect(grave).toEqual([]);
  }
}

/** What is still fading in has the contrast of neither its beginning nor its end. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const surplus = await page.evaluate(() => {
    const tooWide = [...document.querySelectorAll('*')].filter(
      (element) =>
        element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX === 'auto',
    );
    const ofPage = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return { ofPage, elements: tooWide.map(({ tagName, className }) => `${tagName}.${className}`) };
  });
  expect(surplus).toEqual({ ofPage: 0, elements: [] });
}
