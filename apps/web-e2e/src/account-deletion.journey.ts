import { expectAccessible } from './support/accessibility';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

test('somebody is told what goes and what stays, hands a room over, and is gone', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const { page } = ann;
  const rest = await Rest.of(ann);
  const direct = await rest.openDirect(ben);
  await rest.say(direct, 'remember me');
  const roomId = await rest.createRoom('Tea', [ben]);
  await page.goto('/settings/account');

  await page.getByRole('button', { name: 'Delete account…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await expect(dialog.getByRole('link', { name: 'Tea' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete account' })).toBeHidden();
  await expectAccessible(page);
  await rest.changeRole(roomId, ben.id, 'owner');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Delete account…' }).click();
  await expect(dialog.getByText('This goes at once')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete account' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: 'I understand' }).check();
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await expect(page).toHaveURL(/\/login/);

  await ben.page.goto(`/chats/${direct}`);
  await expect(chat.message(ben.page, 'remember me')).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: 'Deleted user', level: 1 })).toBeVisible();
  await expectAccessible(ben.page);
});
