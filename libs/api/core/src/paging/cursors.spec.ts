import { describe, expect, it } from '@jest/globals';
import { AppConfig } from '../config/app-config.js';
import { Cursors } from './cursors.js';
import { readPage } from './page.js';

const cursorsOf = (secret: string) =>
  new Cursors(
    AppConfig.fromEnv({ DATABASE_URL: 'postgres://localhost/parley', JWT_SECRET: secret.repeat(32) }),
  );
const cursors = cursorsOf('a');
const cursor = cursors.encode('users?query=ann', ['ann', 3]);

describe('Cursors', () => {
  it('bring back the place they were made of', () => {
    expect(cursors.decode('users?query=ann', cursor)).toEqual(['ann', 3]);
  });

  it.each([
    ['of another query', cursors.encode('users?query=ben', ['ann', 3])],
    ['of another server', cursorsOf('b').encode('users?query=ann', ['ann', 3])],
    ['that was changed', `${cursor.slice(0, -2)}AA`],
    ['that was cut', cursor.slice(0, 10)],
    ['of something else', Buffer.from('["ann",3]').toString('base64url')],
    ['that is empty', ''],
  ])('refuse one %s', (_, given) => {
    expect(() => cursors.decode('users?query=ann', given)).toThrow(
      expect.objectContaining({ code: 'request.invalid-cursor' }),
    );
  });
});

describe('readPage', () => {
  it('goes through a list page by page, to its end', async () => {
    const list = Array.from({ length: 5 }, (_, place) => place + 1);
    const read = async (limit: number, after?: readonly (string | number)[]) =>
      list.filter((number) => number > Number(after?.[0] ?? 0)).slice(0, limit);
    const pages: number[][] = [];
    let next: string | null | undefined;

    while (next !== null) {
      const query = { limit: 2, cursor: next };
      const { rows, nextCursor } = await readPage(cursors, 'list', query, { read, keyOf: (row) => [row] });
      pages.push(rows);
      next = nextCursor;
    }

    expect(pages).toEqual([[1, 2], [3, 4], [5]]);
  });
});
