import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { chat } from './support/chat';
import { expect, PASSWORD, test } from './support/journey';
import { Rest } from './support/rest';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('somebody without an account comes in by a link, which is then taken back', async ({
  person,
  stranger,
}) => {
  const ann = await person('Ann');
  const roomId = await (await Rest.of(ann)).createRoom('Orchard', []);
  await ann.page.goto(`/chats/${roomId}`);
  await ann.page.getByRole('button', { name: 'Details' }).click();
  await ann.page.getByRole('button', { name: 'Invite by link' }).click();
  await ann.page.getByRole('button', { name: 'Create link' }).click();
  const link = (await ann.page.locator('code').textContent()) ?? '';
  await expect(ann.page.getByText('not used yet')).toBeVisible();
  await expectAccessible(ann.page);

  const ben = await stranger(phone);
  await ben.goto(new URL(link).pathname);
  await expect(ben.getByRole('heading', { name: 'Orchard' })).toBeVisible();
  await expect(ben.getByText('Ann invites you to')).toBeVisible();
  await expectAccessible(ben);
  await expectNoSidewaysScrolling(ben);
  await ben.getByRole('link', { name: 'Create an account to join' }).click();
  await ben.getByLabel('Your name').fill('Ben');
  const username = `ben-${Date.now().toString(36)}`;
  await ben.getByLabel('User name').fill(username);
  await ben.getByLabel('E-mail').fill(`${username}@example.org`);
  await ben.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await ben.getByRole('button', { name: 'Create account' }).click();
  await ben.getByRole('button', { name: 'Join room' }).click();
  await chat.write(ben, 'Here I am');

  await expect(chat.message(ben, 'Here I am')).toContainText('Sent');
  await ben.goto(new URL(link).pathname);
  await expect(ben.getByText('You are in this room already.')).toBeVisible();

  await ann.page.getByRole('button', { name: 'Take back' }).click();
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await expect(ann.page.locator('code')).toBeHidden();
  const cleo = await stranger();
  await cleo.goto(new URL(link).pathname);
  await expect(cleo.getByText('This invitation is no longer valid')).toBeVisible();
  await expectAccessible(cleo);
});

test('who looks after a room decides who writes, and how often', async ({ person }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Harbour', [ben]);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);
  await expect(chat.box(ben.page)).toBeVisible();

  await ann.page.getByRole('button', { name: 'Details' }).click();
  await ann.page.getByRole('button', { name: 'Room settings' }).click();
  await ann.page.getByRole('combobox', { name: 'Slow mode' }).click();
  await ann.page.getByRole('option', { name: 'One message every 1 minute' }).click();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Save' }).click();

  await expect(ben.page.getByText('Slow mode: one message every 1 minute')).toBeVisible();
  await chat.write(ben.page, 'once');
  await expect(chat.message(ann.page, 'once')).toBeVisible();
  await expect(ben.page.getByText('Slow mode: you can write again in')).toBeVisible();
  await chat.box(ben.page).fill('twice');
  await expect(ben.page.getByRole('button', { name: 'Send' })).toBeDisabled();
  await expectAccessible(ben.page);
  // A program that does not wait is refused, and Ann is not held up.
  await chat.write(ann.page, 'as often');
  await chat.write(ann.page, 'as I like');
  await expect(chat.message(ben.page, 'as I like')).toBeVisible();

  await ann.page.getByRole('button', { name: 'Room settings' }).click();
  await ann.page.getByRole('combobox', { name: 'Who may write' }).click();
  await ann.page.getByRole('option', { name: 'Owners and admins only' }).click();
  await ann.page.getByRole('button', { name: 'Save' }).click();
  await expect(ben.page.getByText('Only owners and admins write here.')).toBeVisible();
  await expect(chat.box(ben.page)).toBeHidden();
  await expectAccessible(ben.page);
});

test('a room is handed over, archived and found again, and two people become a group', async ({ person }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const cleo = await person('Cleo');
  const roomId = await (await Rest.of(ann)).createRoom('Lighthouse', [ben, cleo]);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);

  await ann.page.getByRole('button', { name: 'Details' }).click();
  await ann.page.getByRole('button', { name: 'Leave room' }).click();
  await ann.page.getByRole('button', { name: 'Leave', exact: true }).click();
  await ann.page.getByRole('combobox', { name: 'Next owner' }).fill(ben.username);
  await ann.page.getByRole('option', { name: ben.username }).click();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Make owner and leave' }).click();
  await expect(chat.room(ann.page, 'Lighthouse')).toBeHidden();

  await ben.page.getByRole('button', { name: 'More about Lighthouse' }).click();
  await ben.page.getByRole('menuitem', { name: 'Archive' }).click();
  await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Archive room' }).click();
  await expect(ben.page.getByText('This room is archived.')).toBeVisible();
  await expect(chat.room(ben.page, 'Lighthouse')).toBeHidden();
  await ben.page.getByRole('button', { name: 'Archived (1)' }).click();
  await ben.page.getByRole('button', { name: 'More about Lighthouse' }).click();
  await ben.page.getByRole('menuitem', { name: 'Bring back' }).click();
  await expect(chat.box(ben.page)).toBeVisible();

  await ben.page.getByRole('button', { name: 'Details' }).click();
  await ben.page.getByRole('button', { name: `More about Cleo` }).click();
  await ben.page.getByRole('menuitem', { name: 'Remove from the room' }).click();
  await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(ben.page.getByRole('link', { name: cleo.username })).toBeHidden();

  await ann.page.goto(`/@${ben.username}`);
  await ann.page.getByRole('button', { name: 'Message' }).click();
  await ann.page.getByRole('button', { name: 'Details' }).click();
  await ann.page.getByRole('button', { name: 'Add people' }).click();
  await ann.page.getByRole('dialog').getByRole('combobox').fill(cleo.username);
  await ann.page.getByRole('option', { name: cleo.username }).click();
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Start group' }).click();
  await expect(ann.page.getByRole('heading', { level: 1, name: /^(Ben, Cleo|Cleo, Ben)$/ })).toBeVisible();
  await expect(ann.page.getByRole('navigation', { name: 'Chats' }).getByRole('link')).toHaveCount(2);
});

test('what is chosen for a room is chosen on all devices', async ({ person }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Meadow', [], 'public');
  await (await Rest.of(ben)).join(roomId);
  await ben.page.goto('/chats');
  const other = await ben.page.context().newPage();
  await other.goto('/chats');
  await expect(chat.room(other, 'Meadow')).toBeVisible();

  await ben.page.getByRole('button', { name: 'More about Meadow' }).click();
  await expectAccessible(ben.page);
  await ben.page.getByRole('menuitem', { name: 'Mute' }).click();
  await ben.page.getByRole('menuitem', { name: 'For a day' }).click();
  await expect(chat.room(other, 'Meadow')).toContainText('Muted');
  await ben.page.getByRole('button', { name: 'More about Meadow' }).click();
  await ben.page.getByRole('menuitem', { name: 'Add to favourites' }).click();
  await expect(other.getByRole('heading', { name: 'Favourites' })).toBeVisible();

  await rest.say(roomId, 'nothing that is urgent');
  await expect(chat.room(other, 'Meadow')).toContainText('1 unread message');
  await expect(other).toHaveTitle('Chats · Parley');
  await expectAccessible(other);
});
