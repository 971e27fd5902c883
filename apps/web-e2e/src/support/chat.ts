import type { Locator, Page } from '@playwright/test';

/** What people see of a chat, by the names that it has for them. */
export const chat = {
  box: (page: Page): Locator => page.getByRole('textbox', { name: 'Write a message' }),
  log: (page: Page): Locator => page.getByRole('log', { name: 'Messages' }),
  message: (page: Page, text: string | RegExp): Locator =>
    page.getByRole('log', { name: 'Messages' }).getByRole('article').filter({ hasText: text }),
  room: (page: Page, name: string): Locator =>
    page.getByRole('navigation', { name: 'Chats' }).getByRole('link', { name }),

  async write(page: Page, text: string): Promise<void> {
    await this.box(page).fill(text);
    await this.box(page).press('Enter');
  },

  /** Through the menu of the message. */
  async choose(page: Page, text: string, action: string): Promise<void> {
    const message = this.message(page, text);
    await message.hover();
    await message.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  },
};
