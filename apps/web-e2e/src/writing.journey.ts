import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('names and emoji are completed while somebody writes, and a name leads to its person', async ({
  person,
}) => {
  const ben = await person('Bén');
  const ann = await person('Ann');
  const roomId = await (await Rest.of(ann)).createRoom('Words', [ben]);
  await ann.page.goto(`/chats/${roomId}`);

  await chat.box(ann.page).pressSequentially('hello @ben');
  const option = ann.page.getByRole('option', { name: ben.username });
  await expect(option).toBeVisible();
  await expectAccessible(ann.page);
  await chat.box(ann.page).press('Enter');
  await expect(chat.box(ann.page)).toHaveValue(`hello @${ben.username} `);
  await chat.box(ann.page).pressSequentially(':tada: and :rock');
  await ann.page.getByRole('option', { name: 'rocket', exact: true }).click();
  await expect(chat.box(ann.page)).toHaveValue(`hello @${ben.username} 🎉 and 🚀`);
  await chat.box(ann.page).press('Enter');

  await chat.message(ann.page, 'hello').getByRole('link', { name: ben.username }).click();
  await expect(ann.page).toHaveURL(`/@${ben.username}`);
  await expect(ann.page.getByRole('heading', { name: 'Bén' })).toBeVisible();
});

test('code is coloured and can be copied, and a link to a message leads to it', async ({ person }) => {
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Code', []);
  await rest.say(roomId, 'the first one');
  await rest.say(roomId, '```ts\nconst tea: string = "green"; // hot\n```');
  await ann.page.goto(`/chats/${roomId}/m/1`);

  await expect(chat.message(ann.page, 'const tea').locator('.hljs-keyword').first()).toHaveText('const');
  await expect(chat.message(ann.page, 'const tea').getByRole('button', { name: 'Copy code' })).toBeVisible();
  await expectAccessible(ann.page);
  await chat.write(ann.page, `see ${new URL(ann.page.url()).origin}/chats/${roomId}/m/1`);
  await chat.message(ann.page, 'see').getByRole('link', { name: 'Message in Code' }).click();
  await expect(ann.page).toHaveURL(`/chats/${roomId}/m/1`);

  await ann.page.goto(`/chats/${roomId}/m/99`);
  await expect(ann.page.getByRole('heading', { name: 'This message is not here' })).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(chat.message(ann.page, 'see')).toBeVisible();
  await expect(ann.page).toHaveURL(`/chats/${roomId}`);
});

test('a message is passed on with a comment, on a phone', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann', phone);
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Origin', []);
  await rest.say(roomId, 'worth knowing');
  await rest.createRoom('Target', []);
  await ann.page.goto(`/chats/${roomId}`);

  await chat.message(ann.page, 'worth knowing').click({ button: 'right' });
  await ann.page.getByRole('menuitem', { name: 'Forward' }).click();
  await ann.page.getByRole('checkbox', { name: 'Target' }).check();
  await ann.page.getByLabel('Find chats and people').fill(ben.username);
  await ann.page.getByRole('checkbox', { name: ben.username }).check();
  await ann.page.getByLabel('Add a comment').fill('look');
  await expectAccessible(ann.page);
  await expectNoSidewaysScrolling(ann.page);
  await ann.page.getByRole('button', { name: 'Send to 2' }).click();

  await chat.room(ben.page, 'Ann').click();
  await expect(chat.message(ben.page, 'look').locator('blockquote')).toContainText('worth knowing');
  await expect(ann.page.getByText('Forwarded to 2 chats')).toBeVisible();
  await expect(chat.box(ann.page)).toBeInViewport();
});

test('what was marked as unread waits on all devices, and days are jumped to', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const rest = await Rest.of(ben);
  const roomId = await rest.createRoom('Later', [ann]);
  const otherId = await (await Rest.of(ann)).createRoom('Elsewhere', []);
  await rest.say(roomId, 'one');
  await rest.say(roomId, 'two');
  await ann.page.goto(`/chats/${roomId}`);
  await expect(chat.room(ann.page, 'Later')).not.toContainText('unread');

  await chat.choose(ann.page, 'two', 'Mark unread from here');
  await expect(chat.room(ann.page, 'Later')).toContainText('1 unread message');
  await ann.page.goto(`/chats/${otherId}`);
  await expect(ann.page.getByText('This is the beginning of Elsewhere.')).toBeVisible();
  await expect(chat.room(ann.page, 'Later')).toContainText('1 unread message');
  await chat.room(ann.page, 'Later').click();
  await expect(ann.page.getByText('New messages')).toBeVisible();
  await expect(chat.room(ann.page, 'Later')).not.toContainText('unread');

  await ann.page.getByRole('button', { name: 'Today' }).click();
  await expect(ann.page.getByRole('dialog', { name: 'Jump to date' })).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'The beginning' }).click();
  await expect(ann.page.locator('.highlighted')).toBeVisible();
});

test('an edit made without a network waits, and is saved with the next connection', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const roomId = await (await Rest.of(ann)).createRoom('Kettle', [ben]);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);
  await chat.write(ann.page, 'teh kettle');
  await expect(chat.message(ben.page, 'teh kettle')).toBeVisible();

  await ann.page.context().setOffline(true);
  await expect(ann.page.getByText('You are offline')).toBeVisible();
  await chat.box(ann.page).press('ArrowUp');
  await chat.write(ann.page, 'the kettle');
  await expect(chat.message(ann.page, 'the kettle')).toContainText('This change waits for a connection');
  await expectAccessible(ann.page);
  await ann.page.context().setOffline(false);

  await expect(chat.message(ben.page, 'the kettle')).toBeVisible({ timeout: 20_000 });
  await expect(chat.message(ann.page, 'the kettle')).not.toContainText('This change waits');
});
