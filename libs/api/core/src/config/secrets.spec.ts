import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSecrets } from './secrets.js';

describe('openSecrets', () => {
  let directory: string;
  let file: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-secrets-'));
    file = join(directory, 'secrets.json');
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('makes long ones on the first start and finds them on the next, in a folder that it makes', async () => {
    const missing = join(directory, 'data');

    const secrets = await openSecrets(missing);

    expect(secrets.jwtSecret.length).toBeGreaterThanOrEqual(32);
    expect(secrets.databasePassword).not.toBe(secrets.jwtSecret);
    expect(await openSecrets(missing)).toEqual(secrets);
  });

  it('lets nobody else read them', async () => {
    await openSecrets(directory);

    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('adds what is missing and keeps what is there', async () => {
    await writeFile(file, JSON.stringify({ jwtSecret: 'known' }));

    const secrets = await openSecrets(directory);

    expect(secrets.jwtSecret).toBe('known');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(secrets);
  });

  it('overwrites nothing that it cannot read, and shows nothing of it', async () => {
    await writeFile(file, '{ "jwtSecret": "hunter2"');

    const opening = openSecrets(directory);

    await expect(opening).rejects.toThrow('is no JSON');
    await expect(opening).rejects.not.toThrow('hunter2');
    expect(await readFile(file, 'utf8')).toContain('hunter2');
  });
});
