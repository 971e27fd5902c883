import sharp from 'sharp';
import { expectAccessible } from './support/accessibility';
import { expect, test } from './support/journey';

/** Wider than high: a part of it has to be chosen. */
async function aPicture() {
  const picture = sharp({ create: { width: 640, height: 360, channels: 3, background: 'coral' } });
  return { name: 'me.png', mimeType: 'image/png', buffer: await picture.png().toBuffer() };
}

test('somebody chooses a part of a picture, and others see it', async ({ person }) => {
  const ben = await person('Ben');
  const { page, username } = await person('Ann');
  await page.goto('/settings/profile');

  await page.getByLabel('Choose a picture').setInputFiles(await aPicture());
  const dialog = page.getByRole('dialog', { name: 'Choose what is shown' });
  await expect(dialog.getByRole('button', { name: 'Use this part' })).toBeEnabled();
  await expectAccessible(page);
  await dialog.getByRole('group', { name: 'Part that is shown' }).press('ArrowLeft');
  await dialog.getByRole('button', { name: 'Turn' }).click();
  await dialog.getByRole('button', { name: 'Use this part' }).click();
  await expect(page.getByText('Your picture is saved')).toBeVisible();
  await expectAccessible(page);

  await ben.page.goto(`/@${username}`);
  await expect(ben.page.getByRole('article').locator('img')).toHaveJSProperty('naturalWidth', 256);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Your picture is gone')).toBeVisible();
  await ben.page.reload();
  await expect(ben.page.getByRole('heading', { name: 'Ann' })).toBeVisible();
  await expect(ben.page.getByRole('article').locator('img')).toHaveCount(0);
});

test('what is no picture says so', async ({ person }) => {
  const { page } = await person('Ann');
  await page.goto('/settings/profile');
  const buffer = Buffer.from('not a picture');

  await page.getByLabel('Choose a picture').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('This picture cannot be read')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Use this part' })).toBeDisabled();
});
