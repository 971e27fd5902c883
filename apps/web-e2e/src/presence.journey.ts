import { expectAccessible } from './support/accessibility';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

test('two people see each other write, receive and read', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const roomId = await rest.openDirect(ben);

  await ann.page.goto(`/chats/${roomId}`);
  await expect(ann.page.getByRole('heading', { level: 1, name: ben.displayName })).toBeVisible();
  await expect(ann.page.locator('parley-room-header')).toContainText('Online');
  await chat.write(ann.page, 'Are you there?');
  const ticks = chat.message(ann.page, 'Are you there?').getByRole('button', { name: /Sent|Delivered/ });
  await expect(ticks).toHaveAccessibleName('Delivered');

  await ben.page.goto(`/chats/${roomId}`);
  await expect(
    chat.message(ann.page, 'Are you there?').getByRole('button', { name: 'Read', exact: true }),
  ).toBeVisible();
  await chat.box(ben.page).pressSequentially('Yes, I am');
  await expect(ann.page.getByText(`${ben.displayName} is typing…`)).toBeVisible();
  await expect(chat.room(ann.page, ben.displayName)).toContainText('typing…');
  await expectAccessible(ann.page);
  await chat.box(ben.page).fill('');
  await expect(ann.page.getByText('is typing…')).toBeHidden();

  await chat.message(ann.page, 'Are you there?').getByRole('button', { name: 'Read', exact: true }).click();
  const dialog = ann.page.getByRole('dialog');
  await expect(dialog).toContainText('Read by 1');
  await expect(dialog.getByText(ben.displayName)).toBeVisible();
  await expect(dialog.locator('time')).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Close' }).click();
});

test('somebody asks not to be disturbed, then hides that they are there, and what they read', async ({
  person,
}) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const roomId = await (await Rest.of(ann)).openDirect(ben);
  await ann.page.goto(`/chats/${roomId}`);
  const header = ann.page.locator('parley-room-header');
  await expect(header).toContainText('Online');

  await ben.page.getByRole('button', { name: /^You: Online/ }).click();
  await expectAccessible(ben.page);
  await ben.page.getByRole('menuitemradio', { name: 'Do not disturb' }).click();
  await expect(header).toContainText('Do not disturb');

  await ben.page.goto('/settings/privacy');
  await ben.page.getByRole('switch', { name: 'Read receipts' }).click();
  await expectAccessible(ben.page);
  await ben.page.getByRole('switch', { name: 'Online status' }).click();
  await expect(header).not.toContainText('Do not disturb', { timeout: 20_000 });
  await chat.write(ann.page, 'Secret reader');
  await ben.page.goto(`/chats/${roomId}`);
  await expect(chat.message(ben.page, 'Secret reader')).toBeVisible();
  await expect(
    chat.message(ann.page, 'Secret reader').getByRole('button', { name: 'Delivered' }),
  ).toBeVisible();
});
