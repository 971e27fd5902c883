import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { expect, PASSWORD, test } from './support/journey';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('the first person sets up a server and makes the first room', async ({ browser, emptyServer }) => {
  const context = await browser.newContext({ baseURL: emptyServer.url, locale: 'en-GB' });
  const page = await context.newPage();

  await page.goto('/');
  await expect(page).toHaveURL(/\/login/);
  await page.getByRole('link', { name: 'Create an account' }).click();
  await expect(page.getByRole('heading', { name: 'Set up your server' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('User name').fill('Ann');
  await page.getByLabel('E-mail').fill('ann@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await expect(page.getByText('Strong')).toBeVisible();
  await page.getByRole('button', { name: 'Create administrator' }).click();

  await expect(page.getByRole('heading', { name: 'Welcome, Ann' })).toBeVisible();
  await expect(page.getByText(`${emptyServer.url}/register`)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Name of the room').fill('Tea');
  await page.getByRole('button', { name: 'Create room' }).click();

  await expect(page).toHaveURL(/\/chats\/[0-9a-f-]{36}/);
  await context.close();
});

test('somebody registers, signs out, and signs in again where they wanted to go', async ({ stranger }) => {
  const page = await stranger();
  const username = `ben.${Date.now()}`;

  await page.goto('/people');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill('Ben');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('E-mail').fill(`${username}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL('/people');

  await page.goto('/settings/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL('/login');
  await expectAccessible(page);

  await page.goto('/settings/appearance');
  await page.getByLabel('User name or e-mail').fill(username.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('The name or the password is wrong.');
  await expect(page.getByLabel('User name or e-mail')).toHaveValue(username.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/settings/appearance');

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a session that is ended elsewhere asks to sign in and comes back', async ({ person, stranger }) => {
  const ann = await person('Ann');
  await ann.page.goto('/settings/account');
  const other = await stranger();
  await other.goto('/login');
  await other.getByLabel('User name or e-mail').fill(ann.username);
  await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other).toHaveURL(/\/chats/);
  await other.goto('/settings/account');

  await other.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere else' }).click();

  await expect(ann.page).toHaveURL(/\/login\?returnUrl=%2Fsettings%2Faccount/);
  await expect(ann.page.getByText('You were signed out of this device.')).toBeVisible();
  await ann.page.getByLabel('User name or e-mail').fill(ann.username);
  await ann.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await ann.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(ann.page).toHaveURL('/settings/account');
});

test('settings are kept, on this device and on the server', async ({ person }) => {
  const { page, username } = await person('Ann');
  await page.goto('/settings/profile');
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Ann of Tea');
  await page.getByLabel('About yourself').fill('Likes tea.');
  await page.getByLabel('Emoji').fill('🫖');
  await page.getByRole('textbox', { name: 'Status' }).fill('Boiling water');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your profile is saved')).toBeVisible();
  await page.goto(`/@${username}`);
  await expect(page.getByRole('heading', { name: 'Ann of Tea' })).toBeVisible();
  await expect(page.getByText('Boiling water')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/settings/appearance');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Dark' }).click();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('every page fits a phone', async ({ person, stranger }) => {
  const visitor = await stranger(phone);
  for (const path of ['/login', '/register', '/nowhere']) {
    await visitor.goto(path);
    await expect(visitor.getByRole('heading').first()).toBeVisible();
    await expectNoSidewaysScrolling(visitor);
    await expectAccessible(visitor);
  }
  const { page, username } = await person('Ann', phone);
  for (const path of [
    '/people',
    `/@${username}`,
    '/settings/profile',
    '/settings/account',
    '/settings/appearance',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
  }
});
