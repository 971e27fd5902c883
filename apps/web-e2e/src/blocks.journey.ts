import { expectAccessible } from './support/accessibility';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

test('somebody blocks a person, is told what that does, and takes it back', async ({ person }) => {
  const ben = await person('Ben');
  const { page } = await person('Ann');
  await page.goto(`/@${ben.username}`);
  await page.getByRole('button', { name: 'Message' }).click();
  await chat.write(page, 'hello');
  await expect(chat.message(page, 'hello')).toBeVisible();
  const roomId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';

  await page.goto(`/@${ben.username}`);
  await page.getByRole('button', { name: /^Follow/ }).click();
  await expect(page.getByRole('link', { name: '1 follower' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'More about Ben' }).click();
  await page.getByRole('menuitem', { name: 'Block…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Block Ben?' });
  await expect(question.getByText('Nobody is told')).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Block' }).click();
  await expect(page.getByText('You have blocked Ben.')).toBeVisible();
  await expect(page.getByRole('link', { name: '0 followers' })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/chats/${roomId}`);
  await expect(page.getByText('You have blocked Ben.')).toBeVisible();
  await expect(chat.box(page)).toBeHidden();
  await expectAccessible(page);
  await ben.page.goto(`/chats/${roomId}`);
  await chat.write(ben.page, 'are you there?');
  await expect(ben.page.getByText('You and this person cannot reach each other.')).toBeVisible();

  await page.goto('/settings/privacy');
  await expect(page.getByRole('button', { name: 'Unblock Ben' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Unblock Ben' }).click();
  await expect(page.getByText('You have blocked nobody.')).toBeVisible();
  await page.goto(`/chats/${roomId}`);
  await chat.write(page, 'here I am');
  await expect(chat.message(page, 'here I am')).toBeVisible();
  expect(await (await Rest.of(ben)).bodies(roomId)).toContain('here I am');
});
