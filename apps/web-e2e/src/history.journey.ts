import type { Page } from '@playwright/test';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

test('a long room is read from its end to its beginning, and nothing jumps', async ({ person }) => {
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Long', []);
  await rest.sayMany(roomId, 180);
  await ann.page.goto(`/chats/${roomId}`);
  await expect(chat.message(ann.page, 'message 180')).toBeInViewport();

  await chat.log(ann.page).hover();
  const beginning = ann.page.getByText('This is the beginning');
  while (!(await beginning.isVisible())) {
    const jump = await wheelUp(ann.page, 600);
    expect(Math.abs(jump)).toBeLessThanOrEqual(2);
  }
  await expect(chat.message(ann.page, /message 1(?!\d)/)).toBeVisible();

  await ann.page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(chat.message(ann.page, 'message 180')).toBeInViewport();
});

test('a permanent link leads to its message, wherever that is', async ({ person }) => {
  const ann = await person('Ann', { permissions: ['clipboard-read', 'clipboard-write'] });
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Links', []);
  await rest.sayMany(roomId, 150);

  await ann.page.goto(`/chats/${roomId}/m/42`);
  await expect(chat.message(ann.page, 'message 42')).toBeInViewport();
  await chat.choose(ann.page, 'message 42', 'Copy link');
  const link = await ann.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe(`/chats/${roomId}/m/42`);

  await ann.page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(chat.message(ann.page, 'message 150')).toBeInViewport();
});

test('a room opens where reading stopped, and stays where it was left', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Unread', [ben]);
  await rest.createRoom('Elsewhere', [ben]);
  await rest.sayMany(roomId, 120);
  await expect(chat.room(ben.page, 'Unread')).toContainText('120 unread messages');

  await chat.room(ben.page, 'Unread').click();
  await expect(ben.page.getByText('New messages', { exact: true })).toBeInViewport();
  await expect(chat.message(ben.page, /message 1(?!\d)/)).toBeInViewport();
  await chat.log(ben.page).hover();
  await ben.page.mouse.wheel(0, 900);
  await expect(chat.message(ben.page, /message 1(?!\d)/)).not.toBeInViewport();
  const left = await topmost(ben.page);

  await chat.room(ben.page, 'Elsewhere').click();
  await expect(ben.page).toHaveTitle(/Elsewhere/);
  await chat.room(ben.page, 'Unread').click();

  await expect.poll(() => topmost(ben.page)).toEqual(left);
});

/** The first row that is on screen, and how far below the upper edge. */
async function topmost(page: Page): Promise<{ key: string; top: number }> {
  return page.evaluate(() => {
    const log = document.querySelector('[role=log]');
    const edge = log?.getBoundingClientRect().top ?? 0;
    const rows = [...(log?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const row = rows.find((candidate) => candidate.getBoundingClientRect().bottom > edge + 1);
    const top = Math.round((row?.getBoundingClientRect().top ?? 0) - edge);
    return { key: row?.dataset['key'] ?? '', top };
  });
}

/** @returns by how many pixels a row moved otherwise than the wheel has moved it, while older pages arrived */
async function wheelUp(page: Page, distance: number): Promise<number> {
  const { key, top } = await topmost(page);
  await page.mouse.wheel(0, -distance);
  return page.evaluate(
    async ({ key, expected }) => {
      for (let frames = 0; frames < 20; frames += 1) {
        await new Promise(requestAnimationFrame);
      }
      const log = document.querySelector('[role=log]');
      const row = log?.querySelector(`[data-key="${key}"]`);
      const edge = log?.getBoundingClientRect().top ?? 0;
      // At the upper end the wheel turns in vain.
      const isAtStart = (log?.scrollTop ?? 0) === 0;
      return row && !isAtStart ? row.getBoundingClientRect().top - edge - expected : 0;
    },
    { key, expected: top + distance },
  );
}
