import { expectAccessible } from './support/accessibility';
import { expect, test } from './support/journey';

test('somebody finds a person and opens the chat with them', async ({ person }) => {
  const ben = await person('Ben');
  const { page } = await person('Ann');

  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('searchbox').fill(ben.username);
  await expect(page.getByText(`@${ben.username}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: `@${ben.username}` }).click();
  await expect(page).toHaveTitle('Ben · Parley');
  await page.getByRole('button', { name: 'Message' }).click();

  await expect(page).toHaveURL(/\/chats\/[0-9a-f-]{36}/);
});

test('the keyboard finds a person from everywhere', async ({ person }) => {
  const ben = await person('Ben');
  const { page } = await person('Ann');
  await page.goto('/settings/profile');
  await expect(page.getByRole('heading', { name: 'About you' })).toBeVisible();

  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Jump to a chat or a person' }).fill(ben.username);
  // Who is called alike may follow.
  await expect(page.getByRole('option').first()).toContainText(ben.username);
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/chats\/[0-9a-f-]{36}/);
});

test('without a network everything says so, and goes on when it is back', async ({ person }) => {
  const ben = await person('Ben');
  const { page } = await person('Ann');
  await page.goto('/people');
  await page.getByRole('searchbox').fill(ben.username);
  await expect(page.getByText(`@${ben.username}`)).toBeVisible();
  // What is needed without a network is loaded ahead, once the page stands.
  await page.waitForLoadState('networkidle');

  await page.context().setOffline(true);
  await expect(page.getByText('You are offline')).toBeVisible();
  await page.getByRole('button', { name: 'Message Ben' }).click();
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'About you' })).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByText('You are offline')).toBeHidden();
});
