import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest, tapSocket } from './support/rest';

test('a reload in mid-send loses nothing and doubles nothing', async ({ person }) => {
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Mid-send', []);
  await rest.say(roomId, 'zero');
  const socket = await tapSocket(ann.page);
  await ann.page.goto(`/chats/${roomId}`);
  await expect(chat.message(ann.page, 'zero')).toBeVisible();
  socket.isDeaf = true;
  const texts = ['one', 'two', 'three'];
  for (const text of texts) {
    await chat.write(ann.page, text);
  }
  await expect(chat.message(ann.page, 'three')).toContainText('Waiting to be sent');

  socket.isDeaf = false;
  await ann.page.reload();

  for (const text of texts) {
    await expect(chat.message(ann.page, text)).toContainText('Sent');
  }
  expect(await rest.bodies(roomId)).toEqual(['zero', ...texts]);
});

test('what was written offline is sent once and in order', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Tunnel', [ben]);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);
  await chat.write(ann.page, 'into the tunnel');
  await expect(chat.message(ben.page, 'into the tunnel')).toBeVisible();

  await ann.page.context().setOffline(true);
  await expect(ann.page.getByText('You are offline')).toBeVisible();
  for (const text of ['dark', 'darker', 'darkest']) {
    await chat.write(ann.page, text);
  }
  await expect(chat.message(ann.page, 'darkest')).toContainText('Waiting to be sent');
  await chat.write(ben.page, 'still there?');
  await ann.page.context().setOffline(false);

  await expect(chat.message(ben.page, 'darkest')).toBeVisible();
  await expect(chat.message(ann.page, 'still there?')).toBeVisible();
  expect(await rest.bodies(roomId)).toEqual(['into the tunnel', 'still there?', 'dark', 'darker', 'darkest']);
});

test('a draft waits for its writer', async ({ person }) => {
  const ann = await person('Ann');
  const roomId = await (await Rest.of(ann)).createRoom('Drafts', []);
  await ann.page.goto(`/chats/${roomId}`);
  await chat.box(ann.page).fill('to be continued');
  await expect(chat.room(ann.page, 'Drafts')).toContainText('Draft: to be continued');

  await ann.page.reload();

  await expect(chat.box(ann.page)).toHaveValue('to be continued');
});
