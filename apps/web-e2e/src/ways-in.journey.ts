import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { expect, PASSWORD, test } from './support/journey';
import { startWithProvider } from './support/provider';

/** A device with a fingerprint reader, and a finger on it. */
async function withAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const present = (enabled: boolean) =>
    devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  return { present };
}

test('somebody adds a passkey, signs in with it, and removes it', async ({ person }) => {
  const { page } = await person('Ann', { viewport: { width: 360, height: 740 } });
  const device = await withAuthenticator(page);
  await page.goto('/settings/security');
  await expect(page.getByText('There are no passkeys.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.getByLabel('Name', { exact: true }).last().fill('My phone');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('My phone')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('This device has a passkey for your account already.')).toBeVisible();

  const leave = async () => {
    await page.goto('/settings/account');
    await page.getByRole('button', { name: 'Sign out' }).first().click();
  };
  const enter = page.getByRole('button', { name: 'Use a passkey' });
  await device.present(false);
  await leave();
  await expect(enter).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await device.present(true);
  await enter.click();
  await expect(page).toHaveURL(/\/chats/);
  // The finger alone is enough where the browser offers the passkey in the field of the user name.
  const entered = page.waitForResponse(/passkeys\/sign-in$/);
  await leave();
  expect((await entered).status()).toBe(200);
  await expect(page).toHaveURL(/\/chats/);

  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Remove My phone' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('There are no passkeys.')).toBeVisible();
});

test('somebody comes in by a provider, and somebody else links it to an account', async ({ browser }) => {
  const { server, stop } = await startWithProvider();
  const open = async () => (await browser.newContext({ baseURL: server.url })).newPage();
  const throughProvider = async (page: Page, name: string) => {
    await page.locator('input[name=login]').fill(name);
    await page.locator('input[name=password]').fill('anything');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  };

  const ann = await open();
  await ann.goto('/login?returnUrl=%2Fpeople');
  await expectAccessible(ann);
  await ann.getByRole('link', { name: 'Continue with Company' }).click();
  await throughProvider(ann, 'Ann');
  await expect(ann).toHaveURL(/\/people/);
  await ann.goto('/settings/security');
  await expect(ann.getByText('ann@example.org')).toBeVisible();
  await expectAccessible(ann);
  await ann.getByRole('button', { name: 'Unlink Company' }).click();
  await ann.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(ann.getByText('This is the only way into your account.')).toBeVisible();
  await ann.goto('/settings/account');
  await ann.getByRole('button', { name: 'Choose one by mail' }).click();
  await expect(ann.getByText('Look into your mail')).toBeVisible();

  const ben = await open();
  const names = { username: 'ben', email: 'ben@example.org', password: PASSWORD };
  await ben.request.post('/api/auth/register', { data: names, headers: { origin: server.url } });
  const stranger = await open();
  await stranger.goto('/login');
  await stranger.getByRole('link', { name: 'Continue with Company' }).click();
  await throughProvider(stranger, 'Ben');
  await expect(stranger.getByRole('alert')).toContainText('There is an account with your e-mail address');
  await expectAccessible(stranger);
  await ben.goto('/settings/security');
  await ben.getByRole('button', { name: 'Link Company' }).click();
  await throughProvider(ben, 'Ben');
  await expect(ben.getByText('It is linked.')).toBeVisible();
  await stranger.getByRole('link', { name: 'Continue with Company' }).click();
  await expect(stranger).toHaveURL(/\/chats/);
  await stop();
});
