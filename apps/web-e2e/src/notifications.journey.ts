import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

test('what happens elsewhere makes itself heard, leads there, and is read by looking', async ({ person }) => {
  const ben = await person('Ben');
  const ann = await Rest.of(await person('Ann'));
  const { page } = ben;
  const roomId = await ann.createRoom('Tea', [ben]);
  const bell = page.getByRole('link', { name: /Notifications/ });

  await ann.say(roomId, `@${ben.username} the tea is ready`);
  await expect(page.getByText('Ann mentioned you in Tea: ')).toBeVisible();
  await expect(bell).toContainText('2 unread notifications');
  await expect(page).toHaveTitle(/^\(2\)/);
  await bell.click();
  const popover = page.getByRole('dialog', { name: 'Notifications' });
  await expect(popover.getByRole('link', { name: /Ann added you to Tea/ })).toBeVisible();
  await expectAccessible(page);
  await popover.getByRole('link', { name: /Ann mentioned you in Tea/ }).click();

  await expect(page).toHaveURL(new RegExp(`/chats/${roomId}/m/`));
  await expect(popover).toBeHidden();
  await expect(bell).not.toContainText('unread');
});

test('the page of notifications can be cleared, also on a phone, and is there without a network', async ({
  person,
}) => {
  const ben = await person('Ben');
  const ann = await Rest.of(await person('Ann'));
  const { page } = ben;
  const roomId = await ann.openDirect(ben);
  await ann.say(roomId, 'one');
  await ann.say(roomId, 'two');
  await page.setViewportSize({ width: 360, height: 740 });

  await page.getByRole('link', { name: /Notifications/ }).click();
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Ann sent you 2 messages/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toBeHidden();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Chats' }).click();
  await page.getByRole('link', { name: /Notifications/ }).click();

  await expect(page.getByRole('link', { name: /Ann sent you 2 messages/ })).toBeVisible();
  await page.context().setOffline(false);
});

test('somebody chooses what they are told of, and when not', async ({ person }) => {
  const { page } = await person('Ben');
  await page.goto('/settings/notifications');

  await page.getByRole('combobox', { name: 'Reactions' }).click();
  await page.getByRole('option', { name: 'Off' }).click();
  await page.getByRole('checkbox', { name: 'Monday' }).check();
  await page.getByLabel('Monday, from').fill('21:30');
  await page.getByRole('textbox', { name: /Words/ }).fill('tea, coffee');
  const kept = page.waitForResponse(
    (response) => response.url().endsWith('/preferences') && response.request().method() === 'PUT',
  );
  await page.keyboard.press('Tab');
  await kept;
  await expectAccessible(page);
  await page.reload();

  await expect(page.getByRole('combobox', { name: 'Reactions' })).toContainText('Off');
  await expect(page.getByLabel('Monday, from')).toHaveValue('21:30');
  await expect(page.getByRole('textbox', { name: /Words/ })).toHaveValue('tea, coffee');
  await expect(page.getByText('Europe/Vienna')).toBeVisible();
});
