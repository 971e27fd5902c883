import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { chat } from './support/chat';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('somebody finds what was said, and comes to it', async ({ person }) => {
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const [kitchen, garden] = [await rest.createRoom('Kitchen', []), await rest.createRoom('Garden', [])];
  await rest.say(kitchen, 'The crème brûlée is in the fridge');
  await rest.sayMany(kitchen, 60);
  await rest.say(garden, 'No cremes here, see https://example.org');
  await ann.page.goto('/chats');

  await ann.page.getByRole('searchbox', { name: 'Find a chat' }).fill('creme');
  await ann.page.getByRole('button', { name: 'Search messages for “creme”' }).click();
  const results = ann.page.getByRole('tabpanel', { name: 'Messages' }).getByRole('link');
  await expect(results).toHaveCount(2);
  await expect(results.first()).toContainText('Garden');
  await expect(results.last().locator('mark')).toHaveText('crème');
  await expectAccessible(ann.page);

  await ann.page.keyboard.press('ArrowDown');
  await ann.page.keyboard.press('ArrowDown');
  await ann.page.keyboard.press('Enter');
  await expect(ann.page).toHaveURL(new RegExp(`/chats/${kitchen}/m/\\d+$`));
  await expect(chat.message(ann.page, 'crème brûlée')).toBeInViewport();
  await expect(results).toHaveCount(2);

  await ann.page.getByRole('searchbox', { name: 'Search' }).fill('creme has:link');
  await expect(results).toHaveCount(1);
  await ann.page.getByRole('button', { name: 'Remove the filter link' }).click();
  await expect(results).toHaveCount(2);
  await ann.page.getByRole('searchbox', { name: 'Search' }).fill('fridgde');
  await expect(ann.page.getByText('These are similar')).toBeVisible();
  await expect(results).toHaveCount(1);

  await ann.page.getByRole('button', { name: 'Close the search' }).click();
  await expect(chat.room(ann.page, 'Kitchen')).toBeVisible();
});

test('from anywhere, in one room, and for people and rooms', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await person('Ann');
  const rest = await Rest.of(ann);
  const roomId = await rest.createRoom(`Boats of ${ann.username}`, []);
  await rest.createRoom(`Boathouse of ${ann.username}`, [], 'public');
  await rest.say(roomId, 'a boat');

  await ann.page.goto('/people');
  await expect(ann.page.getByRole('heading', { level: 1 })).toBeVisible();
  await ann.page.keyboard.press('Control+k');
  await ann.page.getByRole('dialog').getByRole('combobox').fill('boat');
  await ann.page.getByRole('option', { name: 'Search messages for “boat”' }).click();
  await expect(ann.page.getByRole('tabpanel', { name: 'Messages' }).getByRole('link')).toHaveCount(1);

  await ann.page.getByRole('tab', { name: 'Rooms' }).click();
  await expect(
    ann.page
      .getByRole('tabpanel')
      .getByRole('link', { name: /Boathouse/ })
      .first(),
  ).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.getByRole('tab', { name: 'People' }).click();
  await ann.page.getByRole('searchbox', { name: 'Search' }).fill(ben.username);
  await ann.page.getByRole('tabpanel').getByRole('link', { name: ben.username }).click();
  await expect(ann.page).toHaveURL(new RegExp(`/@${ben.username}$`));

  await ann.page.goBack();
  await ann.page.getByRole('button', { name: 'Clear' }).click();
  await expect(ann.page.getByRole('button', { name: ben.username, exact: true })).toBeVisible();

  await ann.page.goto(`/chats/${roomId}`);
  await ann.page.getByRole('button', { name: 'Search in this room' }).click();
  await ann.page.getByRole('searchbox', { name: 'Search' }).fill('boat');
  await expect(ann.page.getByRole('tabpanel').getByRole('link')).toHaveCount(1);
});

test.describe('on a phone', () => {
  test.use(phone);

  test('the results take the whole screen, and come back', async ({ person }) => {
    const ann = await person('Ann');
    const roomId = await (await Rest.of(ann)).createRoom('Kitchen', []);
    await (await Rest.of(ann)).say(roomId, 'the kettle boils');
    await ann.page.goto(`/chats/${roomId}`);

    await ann.page.getByRole('button', { name: 'Search in this room' }).click();
    await ann.page.getByRole('searchbox', { name: 'Search' }).fill('kettle');
    const result = ann.page.getByRole('tabpanel').getByRole('link');
    await expect(result).toHaveCount(1);
    await expectNoSidewaysScrolling(ann.page);
    await expectAccessible(ann.page);
    await result.click();
    await expect(chat.message(ann.page, 'the kettle boils')).toBeVisible();
    await ann.page.goBack();
    await expect(result).toBeVisible();
  });
});
