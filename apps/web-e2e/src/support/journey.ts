import { randomUUID } from 'node:crypto';
import {
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from '@playwright/test';
import { RunningServer } from './running-server';

export { expect };

export const PASSWORD = 'a kettle full of tea';

/** Somebody at work: signed in, with a browser of their own. */
export interface Person {
  page: Page;
  id: string;
  username: string;
  displayName: string;
}

interface Journey {
  /** An account and a page that is signed in and shows `/`. The name is made unique; `displayName` is not. */
  person: (displayName: string, options?: BrowserContextOptions) => Promise<Person>;
  /** A browser that nobody has used. */
  stranger: (options?: BrowserContextOptions) => Promise<Page>;
  /** A server without a single account. */
  emptyServer: RunningServer;
}

interface Running {
  /** One for all journeys of a run; its administrator is nobody of theirs. */
  server: RunningServer;
}

/** `test` for journeys: who is in it, each in a browser of their own. */
export const test = base.extend<Journey, Running>({
  server: [
    async ({ playwright }, use) => {
      const server = await RunningServer.start();
      const request = await playwright.request.newContext();
      await register(request, server.url, { username: 'admin', displayName: 'Admin' });
      await request.dispose();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  emptyServer: async ({}, use) => {
    const server = await RunningServer.start();
    await use(server);
    await server.stop();
  },

  stranger: async ({ browser, server }, use) => {
    const open = opener(browser, server.url);
    await use(async (options) => (await open(options)).page);
    await open.closeAll();
  },

  person: async ({ browser, server }, use) => {
    const open = opener(browser, server.url);
    await use(async (displayName, options) => {
      const { page } = await open(options);
      const username = `${displayName.toLowerCase().replaceAll(/[^a-z]/g, '')}-${randomUUID().slice(0, 8)}`;
      // The cookie of the answer stays in the browser, which is all that signing in takes.
      const id = await register(page.request, server.url, { username, displayName });
      await page.goto('/');
      return { page, id, username, displayName };
    });
    await open.closeAll();
  },
});

/** @returns the id of the account */
async function register(
  request: APIRequestContext,
  url: string,
  names: { username: string; displayName: string },
): Promise<string> {
  const answer = await request.post(`${url}/api/auth/register`, {
    headers: { origin: url },
    data: { ...names, email: `${names.username}@example.org`, password: PASSWORD },
  });
  const { user } = (await answer.json()) as { user: { id: string } };
  return user.id;
}

function opener(browser: Browser, baseURL: string) {
  const opened: { page: Page; close: () => Promise<void> }[] = [];
  const faults: string[] = [];
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) {
        faults.push(message.text());
      }
    });
    opened.push({ page, close: () => context.close() });
    return { page };
  };
  return Object.assign(open, {
    closeAll: async () => {
      await Promise.all(opened.map(({ close }) => close()));
      expect(faults, 'what the pages did wrong while nobody looked').toEqual([]);
    },
  });
}
