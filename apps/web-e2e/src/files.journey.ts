import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { chat } from './support/chat';
import { aPicture, aReport, attach, tray } from './support/files';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

test('Ann sends pictures and a report, and Ben looks at them', async ({ person }) => {
  const [ann, ben] = [await person('Ann'), await person('Ben')];
  const roomId = await (await Rest.of(ann)).createRoom('Tea', [ben]);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);
  await expect(chat.box(ann.page)).toBeVisible();

  await attach(ann.page, [
    await aPicture('garden.jpg', '#2a6'),
    await aPicture('kettle.jpg', '#a62', 600, 900),
    aReport('report.pdf'),
    aReport('mistake.pdf'),
  ]);
  await expect(tray(ann.page).getByRole('listitem')).toHaveCount(4);
  await ann.page.getByRole('button', { name: 'Remove mistake.pdf' }).click();
  await expectAccessible(ann.page);
  await chat.write(ann.page, 'Look at my garden');

  const message = chat.message(ben.page, 'Look at my garden');
  await expect(message.getByRole('img', { name: 'garden.jpg' })).toBeVisible();
  await expect(message.getByRole('link', { name: /Download report.pdf/ })).toBeVisible();
  await expect(tray(ann.page)).toHaveCount(0);
  await expectAccessible(ben.page);
  const download = ben.page.waitForEvent('download');
  await message.getByRole('link', { name: /Download report.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe('report.pdf');

  await message.getByRole('button', { name: 'Open the picture garden.jpg' }).click();
  const lightbox = ben.page.getByRole('dialog', { name: 'garden.jpg' });
  await expect(lightbox.getByRole('img', { name: 'garden.jpg' })).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.keyboard.press('+');
  await expect(lightbox.getByRole('button', { name: 'Zoom out' })).toBeEnabled();
  await ben.page.keyboard.press('ArrowRight');
  await expect(ben.page.getByRole('dialog', { name: 'kettle.jpg' })).toBeVisible();
  await ben.page.keyboard.press('Escape');
  await expect(message.getByRole('button', { name: 'Open the picture garden.jpg' })).toBeFocused();

  await ben.page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScrolling(ben.page);
});

test('what was attached without a network is sent after a reload, once', async ({ person }) => {
  const [ann, ben] = [await person('Ann'), await person('Ben')];
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom('Tea', [ben]);
  await rest.say(roomId, 'Is it raining?');
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);
  await expect(chat.message(ann.page, 'raining').getByRole('paragraph')).toBeVisible();

  await ann.page.context().setOffline(true);
  await attach(ann.page, [await aPicture('garden.jpg', '#2a6')]);
  await expect(tray(ann.page).getByText(/Waiting/)).toBeVisible();
  await chat.write(ann.page, 'From the garden');
  await expect(chat.message(ann.page, 'From the garden')).toBeVisible();
  await ann.page.context().setOffline(false);
  await ann.page.reload();

  await expect(
    chat.message(ben.page, 'From the garden').getByRole('img', { name: 'garden.jpg' }),
  ).toBeVisible();
  await expect(chat.message(ann.page, 'From the garden').getByText('Cancel')).toHaveCount(0);
  expect((await rest.bodies(roomId)).filter((body) => body === 'From the garden')).toHaveLength(1);
});

test('a voice message is recorded, heard, and found among the files of the room', async ({ person }) => {
  const [ann, ben] = [await person('Ann', { permissions: ['microphone'] }), await person('Ben')];
  const roomId = await (await Rest.of(ann)).createRoom('Tea', [ben]);
  await ann.page.goto(`/chats/${roomId}`);
  await ben.page.goto(`/chats/${roomId}`);

  await ann.page.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(ann.page.getByRole('timer')).toHaveText('0:01');
  await expectAccessible(ann.page);
  await ann.page.getByRole('button', { name: 'Stop and listen' }).click();
  await expect(ann.page.getByRole('button', { name: 'Play voice message' })).toBeVisible();
  await ann.page.getByRole('button', { name: 'Send the voice message' }).click();

  const play = chat.log(ben.page).getByRole('button', { name: 'Play voice message' });
  await expect(play).toBeVisible();
  await ben.page.getByRole('button', { name: 'Speed 1×' }).click();
  await expect(ben.page.getByRole('button', { name: 'Speed 1.5×' })).toBeVisible();
  await play.click();
  const pause = chat.log(ben.page).getByRole('button', { name: 'Pause voice message' });
  await expect(pause).toBeVisible();
  await pause.click();
  await expect(play).toBeVisible();
  await expectAccessible(ben.page);

  await attach(ann.page, [await aPicture('garden.jpg', '#2a6')]);
  await chat.write(ann.page, 'The garden');
  await ben.page.getByRole('button', { name: 'Details' }).click();
  await ben.page.getByRole('button', { name: 'Shared files' }).click();
  await expect(ben.page.getByRole('button', { name: 'Open garden.jpg from Ann' })).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.getByRole('tab', { name: 'Pictures' }).press('ArrowRight');
  await expect(
    ben.page.getByRole('tabpanel').getByRole('button', { name: 'Play voice message' }),
  ).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page
    .getByRole('tabpanel')
    .getByRole('link', { name: /Go to the message of/ })
    .click();
  await expect(ben.page).toHaveURL(new RegExp(`/chats/${roomId}/m/`));
});
