import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect } from '@jest/globals';
import type { Query } from './api-under-fault.js';
import type { DataDirectory } from './data-directory.js';

interface Kept {
  hash: string;
  size: number | null;
}

/** The bytes in the store: how many there are under each hash, which must be theirs. */
async function storedIn(data: DataDirectory): Promise<Map<string, number>> {
  const stored = new Map<string, number>();
  for (const path of await data.filesIn('files')) {
    const bytes = await readFile(path);
    const hash = basename(dirname(path)) + basename(path);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    stored.set(hash, bytes.length);
  }
  return stored;
}

/** I9, at any time: no row without its bytes, and no bytes that the sweep would not find. */
export async function expectWholeFiles(data: DataDirectory, query: Query): Promise<void> {
  const stored = await storedIn(data);
  const kept = await query<Kept>(
    `SELECT sha256 AS hash, size::int AS size FROM files
     UNION ALL SELECT preview_sha256, NULL FROM files WHERE preview_sha256 IS NOT NULL`,
  );
  for (const { hash, size } of kept) {
    expect(stored.has(hash)).toBe(true);
    expect(size ?? stored.get(hash)).toBe(stored.get(hash));
  }
  const noted = await query<{ hash: string }>('SELECT sha256 AS hash FROM stored_bytes');
  expect(noted.map(({ hash }) => hash)).toEqual(expect.arrayContaining([...stored.keys()]));
}

/** I9, after the sweep: no bytes without a row that uses them either. */
export async function expectNothingLeftBehind(data: DataDirectory, query: Query): Promise<void> {
  await expectWholeFiles(data, query);
  const used = await query<{ hash: string }>(
    `SELECT sha256 AS hash FROM files UNION SELECT preview_sha256 FROM files WHERE preview_sha256 IS NOT NULL`,
  );
  const stored = await storedIn(data);
  expect([...stored.keys()].toSorted()).toEqual(used.map(({ hash }) => hash).toSorted());
}
