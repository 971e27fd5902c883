import { expectAccessible, expectNoSidewaysScrolling } from './support/accessibility';
import { expect, test } from './support/journey';
import { Rest } from './support/rest';

const PHONE = { viewport: { width: 360, height: 740 } };

test('somebody publishes, another one comments, and both see it live', async ({ person }) => {
  const ann = await person('Ann');
  const ben = await person('Ben', PHONE);
  const words = `Tea at five, @${ben.username}? #tea${Date.now()}`;

  await ben.page.goto('/feed');
  await expect(ben.page.getByRole('heading', { name: 'Feed' })).toBeVisible();
  await ann.page.getByRole('link', { name: 'Feed' }).click();
  const box = ann.page.getByRole('combobox', { name: 'What is on your mind?' });
  await box.fill(words);
  await box.press('Control+Enter');
  const card = ann.page.getByRole('article').filter({ hasText: 'Tea at five' });
  await expect(card.getByRole('link', { name: /^#tea/ })).toBeVisible();
  await expectAccessible(ann.page);

  // On the page of somebody who reads nothing is shifted: what is new waits, unless there was nothing.
  const fresh = ben.page.getByRole('button', { name: /new post/ });
  const bensCard = ben.page.getByRole('article').filter({ hasText: 'Tea at five' });
  await expect(fresh.or(bensCard).first()).toBeVisible();
  if (await fresh.isVisible()) {
    await fresh.click();
  }
  await bensCard.focus();
  await bensCard.press('Enter');
  await expect(ben.page).toHaveURL(/\/posts\//);
  await card.focus();
  await card.press('Enter');
  await expect(ann.page.getByText('2 people are looking')).toBeVisible();

  const comment = ben.page.getByRole('combobox', { name: 'Write a comment' });
  await comment.pressSequentially('Gladly');
  await expect(ann.page.getByText('Ben is typing…')).toBeVisible();
  await comment.press('Control+Enter');
  const said = ann.page.getByRole('article', { name: 'Ben' }).filter({ hasText: 'Gladly' });
  await expect(said).toBeVisible();
  await expect(ann.page.getByText('Ben is typing…')).toBeHidden();
  await said.getByRole('button', { name: 'Answer' }).click();
  await ann.page.keyboard.type('See you');
  await ann.page.keyboard.press('Control+Enter');
  await expect(ben.page.getByText('See you', { exact: true })).toBeVisible();
  await expectAccessible(ben.page);
  await expectNoSidewaysScrolling(ben.page);

  await ann.page.getByRole('button', { name: 'More' }).first().click();
  await ann.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(ann.page).toHaveURL(/\/feed$/);
  await ann.page.getByRole('button', { name: 'Undo' }).click();
  await expect(card).toBeVisible();
});

test('what is for followers is seen by who follows', async ({ person }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const rest = await Rest.of(ann);
  const id = await rest.publish('among friends', 'followers');

  await ben.page.goto(`/posts/${id}`);
  await expect(ben.page.getByRole('heading', { name: 'This post was not found' })).toBeVisible();
  await ben.page.goto(`/@${ann.username}`);
  await expect(ben.page.getByText('No posts yet')).toBeVisible();
  await ben.page.getByRole('button', { name: 'Follow Ann' }).click();
  await expect(ben.page.getByRole('button', { name: 'unfollow Ann' })).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.getByRole('link', { name: '1 follower' }).click();
  await expect(ben.page.getByRole('link', { name: `@${ben.username}` })).toBeVisible();

  await ben.page.goto('/feed/following');
  await expect(ben.page.getByText('among friends')).toBeVisible();
});
