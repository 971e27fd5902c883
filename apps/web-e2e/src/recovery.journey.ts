import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { expect, test } from './support/journey';
import type { RunningServer } from './support/running-server';

/** The end of the newest link to a page that was mailed to somebody. */
async function linkOf(server: RunningServer, page: string, username: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const directory = join(server.directory, 'data/mail');
    const names = (await readdir(directory)).filter((name) => name.endsWith('.eml')).sort();
    const mails = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
    const own = mails.filter((mail) => mail.includes(`To: ${username}@example.org`));
    const text = own.join('').replace(/=\r\n/g, '');
    link = [...text.matchAll(new RegExp(`/${page}/([\\w-]{43})`, 'g'))].at(-1)?.[1];
    expect(link).toBeDefined();
  }).toPass();
  return `/${page}/${link ?? ''}`;
}

test('somebody confirms their address, forgets their password, and chooses another', async ({
  person,
  stranger,
  server,
}) => {
  const { page, username } = await person('Ann');
  await page.goto('/settings/account');
  await expect(page.getByText('Your e-mail address is not confirmed yet.')).toBeVisible();
  await expectAccessible(page);
  await page.goto(await linkOf(server, 'verify', username));
  await expect(page.getByText('Thank you: your e-mail address is confirmed.')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/settings/account');
  await expect(page.getByText(`${username}@example.org`)).toBeVisible();
  await expect(page.getByText('Your e-mail address is not confirmed yet.')).toBeHidden();

  const other = await stranger({ viewport: { width: 360, height: 740 } });
  await other.goto('/login');
  await other.getByRole('link', { name: 'Forgot your password?' }).click();
  await expectAccessible(other);
  await other.getByLabel('E-mail').fill(`${username}@example.org`);
  await other.getByRole('button', { name: 'Send link' }).click();
  await expect(other.getByText('a link is on its way')).toBeVisible();
  const link = await linkOf(server, 'reset', username);
  await other.goto(link);
  await expectAccessible(other);
  await expectNoSidewaysScrolling(other);
  await other.getByLabel('New password', { exact: true }).fill('another kettle of tea');
  await other.getByRole('button', { name: 'Save password' }).click();
  await expect(other.getByText('Your new password is saved.')).toBeVisible();
  await expect(page).toHaveURL(/\/login/);
  await other.getByRole('link', { name: 'Sign in' }).click();
  await other.getByLabel('User name or e-mail').fill(username);
  await other.getByLabel('Password', { exact: true }).fill('another kettle of tea');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other).toHaveURL(/\/chats/);

  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('a third kettle of tea');
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByRole('alert')).toHaveText('This link has expired, or was used already.');
});
