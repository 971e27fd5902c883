import { Secret, TOTP } from 'otpauth';
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { expect, PASSWORD, test } from './support/journey';

function codeOf(secret: string, steps: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
}

test('somebody turns on a second factor, signs in with it, and turns it off', async ({
  person,
  stranger,
}) => {
  const { page, username } = await person('Ann');
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByAltText('QR code with the key for your app')).toBeVisible();
  await expectAccessible(page);
  const key = (await page.locator('code').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code of the app').fill('000000');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('This code is wrong, or was used already.')).toBeVisible();
  await page.getByLabel('Code of the app').fill(codeOf(key, -1));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('Your recovery codes')).toBeVisible();
  await expectAccessible(page);
  const recoveryCode = await page.locator('code').first().innerText();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('It is on.')).toBeVisible();

  const other = await stranger({ viewport: { width: 360, height: 740 } });
  const enter = async (code: string) => {
    await other.goto('/login');
    await other.getByLabel('User name or e-mail').fill(username);
    await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other.getByLabel('Code')).toBeFocused();
    await other.getByLabel('Code').fill(code);
    await other.getByRole('button', { name: 'Sign in' }).click();
  };
  await enter('000000');
  await expect(other.getByRole('alert')).toHaveText('This code is wrong, or was used already.');
  await expectAccessible(other);
  await enter(recoveryCode);
  await expect(other).toHaveURL(/\/chats/);

  await other.goto('/settings/security');
  await expect(other.getByText('It is on.')).toBeVisible();
  await expectNoSidewaysScrolling(other);
  await other.getByRole('button', { name: 'Turn off' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByLabel('Current password').fill('not this one');
  await dialog.getByRole('button', { name: 'Turn off' }).click();
  await expect(dialog.getByText('The name or the password is wrong.')).toBeVisible();
  await dialog.getByLabel('Current password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Turn off' }).click();
  await expect(other.getByText('It is off.')).toBeVisible();
});

test('somebody makes a token for a program, and takes it back', async ({ person, server }) => {
  const { page } = await person('Ann', { viewport: { width: 360, height: 740 } });
  await page.goto('/settings/security');
  await page.getByLabel('Name').fill('Weather bot');
  await page.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText('Copy this token now.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  const token = await page.locator('code').innerText();
  const me = () => fetch(`${server.url}/api/users/me`, { headers: { authorization: `Bearer ${token}` } });
  expect((await me()).status).toBe(200);

  await page.getByRole('button', { name: 'Take back Weather bot' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('There are no tokens.')).toBeVisible();

  expect((await me()).status).toBe(401);
});
