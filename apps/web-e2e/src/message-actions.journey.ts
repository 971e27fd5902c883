import { expectAccessible } from './support/accessibility';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

test('Ann reacts to what Ben wrote, and he sees it at once', async ({ person }) => {
  const [ann, ben] = [await person('Ann'), await person('Ben')];
  const rest = await Rest.of(ben);
  const roomId = await rest.createRoom('Tea', [ann]);
  await rest.say(roomId, 'Who brings the biscuits?');
  await ben.page.goto(`/chats/${roomId}`);
  await ann.page.goto(`/chats/${roomId}`);
  const message = chat.message(ann.page, 'biscuits');

  await message.hover();
  await message.getByRole('button', { name: 'React with 👍' }).click();
  await expect(message.getByRole('button', { name: '👍, 1 person' })).toHaveAttribute('aria-pressed', 'true');
  await message.hover();
  await message.getByRole('toolbar').getByRole('button', { name: 'Add a reaction' }).click();
  await expect(ann.page.getByRole('option', { name: 'grinning face', exact: true })).toBeVisible();
  await ann.page.keyboard.type('cookie');
  await expectAccessible(ann.page);
  await ann.page.keyboard.press('Enter');

  const his = chat.message(ben.page, 'biscuits');
  await his.getByRole('button', { name: '🍪, 1 person' }).click();
  await expect(message.getByRole('button', { name: '🍪, 2 people' })).toBeVisible();
  await message.getByRole('button', { name: '👍, 1 person' }).click();
  await expect(his.getByRole('button', { name: /^👍/ })).toHaveCount(0);

  await message.getByRole('button', { name: '🍪, 2 people' }).click({ button: 'right' });
  const who = ann.page.getByRole('dialog', { name: 'Reactions' });
  await expect(who.getByRole('link', { name: 'Ben' })).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.keyboard.press('Escape');
  await chat.choose(ann.page, 'biscuits', 'Who reacted');
  await expect(who.getByRole('link', { name: 'Ben' })).toBeVisible();
});

test('what is pinned, quoted or edited is found again', async ({ person }) => {
  const [ann, ben] = [await person('Ann'), await person('Ben')];
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Tea', [ben]);
  const { id } = await rest.say(roomId, 'We meet at Rose Lane');
  await rest.sayMany(roomId, 90);
  await rest.say(roomId, 'There it was written', id);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);
  const address = chat.message(ann.page, 'We meet at').first();

  await chat
    .message(ann.page, 'There it was')
    .getByRole('button', { name: /Rose Lane/ })
    .click();
  await expect(address).toBeInViewport();
  await chat.choose(ann.page, 'We meet at', 'Edit');
  await ann.page.keyboard.type(' 7');
  await ann.page.keyboard.press('Enter');
  await expect(address).toContainText('Rose Lane 7');
  await chat.choose(ann.page, 'We meet at', 'Pin');
  await expect(address.getByText('Pinned')).toBeAttached();
  await address.getByRole('button', { name: '(edited)' }).click();
  const history = ann.page.getByRole('dialog', { name: 'Edit history' });
  await expect(history.getByText('We meet at Rose Lane', { exact: true })).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.keyboard.press('Escape');
  await ann.page.getByRole('button', { name: 'Back to where you were' }).click();
  await expect(chat.message(ann.page, 'There it was')).toBeInViewport();

  await expect(chat.log(ann.page).getByText('Ann pinned a message')).toBeVisible();
  await ben.page.getByRole('button', { name: 'Pinned messages' }).click();
  await expectAccessible(ben.page);
  const pins = ben.page.getByRole('dialog', { name: 'Pinned messages' });
  await chat.choose(ann.page, 'There it was', 'Pin');
  await expect(pins.getByRole('button', { name: /There it was/ })).toBeVisible();
  await pins.getByRole('button', { name: /Rose Lane 7/ }).click();
  await expect(chat.message(ben.page, 'We meet at').first()).toBeInViewport();
});
