import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('two people chat in a room that one of them makes', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const name = `Tea of ${ann.username}`;

  await expect(ann.page.getByRole('heading', { name: 'No rooms yet' })).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'New chat' }).last().click();
  await ann.page.getByRole('radio', { name: 'In a room' }).click();
  await ann.page.getByLabel('Name').fill(name);
  await ann.page.getByLabel('Topic').fill('Green or black?');
  await ann.page.getByRole('combobox').fill(ben.username);
  await ann.page.getByRole('option', { name: ben.username }).click();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Create room' }).click();
  await expect(ann.page).toHaveTitle(`${name} · Parley`);
  await chat.write(ann.page, 'Is **anybody** here, @' + ben.username + '?');
  await expect(chat.message(ann.page, 'Is anybody here')).toContainText('Sent');

  await expect(chat.room(ben.page, name)).toContainText('1 mention');
  await chat.room(ben.page, name).click();
  await expect(ben.page.getByText('New messages')).toBeVisible();
  await expect(chat.message(ben.page, 'Is anybody here').locator('strong')).toHaveText('anybody');
  await expect(chat.room(ben.page, name)).not.toContainText('unread');
  await chat.message(ben.page, 'Is anybody here').hover();
  await ben.page.getByRole('button', { name: 'Reply' }).click();
  await chat.write(ben.page, 'Me');

  await expect(chat.message(ann.page, 'Me').getByTitle('Go to the quoted message')).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Details' }).click();
  await expect(ann.page.getByRole('link', { name: `Ben @${ben.username}` })).toBeVisible();
  await expectAccessible(ann.page);
});

test('a message is edited with Up, deleted, and brought back by Undo', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const roomId = await (await Rest.of(ann)).createRoom('Kitchen', [ben]);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);
  await chat.write(ann.page, 'teh kettle');
  await expect(chat.message(ben.page, 'teh kettle')).toBeVisible();

  await chat.box(ann.page).press('ArrowUp');
  await expect(chat.box(ann.page)).toHaveValue('teh kettle');
  await chat.write(ann.page, 'the kettle');
  await expect(chat.message(ben.page, 'the kettle')).toContainText('(edited)');

  await chat.choose(ann.page, 'the kettle', 'Delete');
  await expect(chat.message(ann.page, 'This message was deleted')).toBeVisible();
  await ann.page.getByRole('button', { name: 'Undo' }).click();
  await expect(chat.message(ann.page, 'the kettle')).toBeVisible();
  await expect(chat.message(ben.page, 'the kettle')).toBeVisible();

  await chat.choose(ann.page, 'the kettle', 'Delete');
  await expect(chat.message(ben.page, 'This message was deleted')).toBeVisible();
});

test('a chat fits a phone, one pane at a time', async ({ person }) => {
  const ann = await person('Ann', { ...phone, viewport: { width: 320, height: 640 } });
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('A room with quite a long name for such a small screen', []);
  await rest.say(roomId, `https://example.org/${'a-long-address'.repeat(20)}`);
  await rest.say(roomId, '```\n' + 'a line of code that does not end '.repeat(8) + '\n```');
  await ann.page.goto('/chats');
  await expectAccessible(ann.page);

  await chat.room(ann.page, 'A room with').tap();
  await expect(chat.log(ann.page)).toBeVisible();
  await expect(ann.page.getByRole('navigation', { name: 'Chats' })).toBeHidden();
  await chat.write(ann.page, 'short');
  await expect(chat.message(ann.page, 'short')).toContainText('Sent');
  await expectAccessible(ann.page);
  const width = await ann.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);

  await ann.page.getByRole('link', { name: 'Back to your chats' }).tap();
  await expect(chat.room(ann.page, 'A room with')).toBeVisible();
  await expectNoSidewaysScrolling(ann.page);
});

test('somebody finds a public room, joins it, and leaves it again', async ({ person }) => {
  const ben = await person('Ben');
  const name = `Public ${ben.username}`;
  await (await Rest.of(ben)).createRoom(name, [], 'public');
  const { page } = await person('Ann');

  await page.getByRole('link', { name: 'Browse rooms' }).first().click();
  await page.getByRole('searchbox', { name: 'Search by name' }).fill(name);
  await expectAccessible(page);
  await page.getByRole('button', { name: `Join ${name}` }).click();
  await expect(chat.box(page)).toBeVisible();
  await expect(chat.room(page, name)).toBeVisible();

  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Leave room' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL('/chats');
  await expect(page.getByRole('heading', { name: 'No rooms yet' })).toBeVisible();
});
