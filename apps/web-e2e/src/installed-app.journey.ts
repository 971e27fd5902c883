import { expect, test } from './support/journey';
import { Rest } from './support/rest';

const installed = { serviceWorkers: 'allow' } as const;

test('the app starts without a network, with what was there', async ({ person }) => {
  const ben = await person('Ben', installed);
  const ann = await Rest.of(await person('Ann'));
  const { page } = ben;
  const roomId = await ann.createRoom('Tea', [ben]);
  await ann.say(roomId, 'the tea is ready');
  await page.goto(`/chats/${roomId}`);
  // Meanwhile the worker fetches the whole app.
  await expect(page.getByRole('log').getByText('the tea is ready')).toBeVisible({ timeout: 30_000 });
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated') {
      await new Promise((resolve) => active?.addEventListener('statechange', resolve));
    }
  });

  // What is shown is kept when the page has come to rest.
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.goto('/');
  await expect(page.getByText('You are offline: messages')).toBeVisible();
  await expect(page.getByRole('link', { name: /Tea .* the tea is ready/ })).toBeVisible();
  await page.getByRole('link', { name: /Tea/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Tea' })).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByText('You are offline: messages')).toBeHidden();
});

test('what the API says is not kept by the worker, and the app can be installed', async ({ person }) => {
  const { page } = await person('Ben', installed);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  const kept = await page.evaluate(async () => {
    const caches = await window.caches.keys();
    const requests = await Promise.all(caches.map(async (name) => (await window.caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  const manifest = await page.request.get('/manifest.webmanifest');
  const { icons } = (await manifest.json()) as { icons: { src: string }[] };
  const answers = await Promise.all(icons.map(({ src }) => page.request.get(src)));

  expect(kept).toContain('/');
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
  expect(manifest.headers()['content-type']).toContain('application/manifest+json');
  expect(answers.map((answer) => answer.headers()['content-type'])).toEqual(icons.map(() => 'image/png'));
});
