import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DataDirectory, eventually, expectGone } from './support/data-directory.js';
import { ServerProcess } from './support/server-process.js';

jest.setTimeout(60_000);

describe('the database that Parley brings along', () => {
  let data: DataDirectory;
  let server: ServerProcess;

  beforeEach(async () => {
    data = await DataDirectory.create();
    server = await ServerProcess.start(data.environment);
  });

  afterEach(async () => {
    await server.stop();
    await data.remove();
  });

  it('is there with everything at the next start, and gone when the server has ended', async () => {
    const [generation, postgres] = [await data.generation(), await data.postgresPid()];

    expect(await server.stop()).toBe(0);
    await expectGone(postgres);
    server = await ServerProcess.start(data.environment);

    expect(await data.generation()).toBe(generation);
  });

  it('keeps its secrets to itself', async () => {
    const file = join(data.path, 'secrets.json');
    const secrets = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;

    expect((await stat(file)).mode & 0o777).toBe(0o600);
    Object.values(secrets).forEach((secret) => expect(server.output).not.toContain(secret));
  });

  it('ends with a server that was killed', async () => {
    const postgres = await data.postgresPid();

    server.kill('SIGKILL');

    await server.exited;
    await expectGone(postgres);
  });

  it('is started again when it was killed', async () => {
    const [generation, postgres] = [await data.generation(), await data.postgresPid()];

    process.kill(postgres, 'SIGKILL');

    await expectGone(postgres);
    expect(await eventually(() => data.generation())).toBe(generation);
    expect(await data.postgresPid()).not.toBe(postgres);
  });

  it('is taken over when the process that runs it was killed', async () => {
    const [generation, postgres] = [await data.generation(), await data.postgresPid()];

    process.kill(await data.supervisorPid(), 'SIGKILL');

    await expectGone(postgres);
    expect(await eventually(() => data.generation())).toBe(generation);
  });

  it('starts although everything around it was killed and left its traces', async () => {
    const [generation, postgres] = [await data.generation(), await data.postgresPid()];
    server.kill('SIGSTOP');
    process.kill(await data.supervisorPid(), 'SIGKILL');
    server.kill('SIGKILL');
    await server.exited;
    process.kill(postgres, 0);

    server = await ServerProcess.start(data.environment);

    expect(await data.generation()).toBe(generation);
    await expectGone(postgres);
  });

  it('starts although its lock names a process that has nothing to do with it', async () => {
    const generation = await data.generation();
    await server.stop();
    const lines = [process.pid, join(data.path, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready', ''];
    await writeFile(join(data.path, 'postgres/postmaster.pid'), lines.join('\n'));
    await mkdir(join(data.path, 'postgres.new/data'), { recursive: true });

    server = await ServerProcess.start(data.environment);

    expect(await data.generation()).toBe(generation);
  });

  it('belongs to one server at a time', async () => {
    const second = ServerProcess.spawn(data.environment);

    expect(await second.exited).toBe(1);
    expect(second.output).toContain('Another Parley is running on this data folder');
    expect(await data.generation()).toBeTruthy();
  });
});
