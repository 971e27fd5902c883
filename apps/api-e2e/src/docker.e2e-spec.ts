import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { io } from 'socket.io-client';
import { RunningApi } from './support/running-api.js';
import { RunningNginx } from './support/running-nginx.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

describe('the images', () => {
  it('have a Dockerfile without faults', async () => {
    const dockerfile = await readFile(join(root, 'docker/Dockerfile'), 'utf8');

    expect(validate(dockerfile)).toEqual([]);
  });

  it('are put together without faults', async () => {
    const linter = join(root, 'node_modules/dclint/bin/dclint.cjs');

    const { stdout } = await run(process.execPath, [linter, '--max-warnings=0', 'docker/compose.yaml'], {
      cwd: root,
    });

    expect(stdout).not.toMatch(/error|warning/);
  });
});

describe('nginx in front', () => {
  let api: RunningApi;
  let nginx: RunningNginx;

  beforeAll(async () => {
    api = await RunningApi.start();
    nginx = await RunningNginx.start(api.url);
  });

  afterAll(async () => {
    await nginx.stop();
    await api.stop();
  });

  it('passes requests on', async () => {
    const response = await fetch(`${nginx.url}/api/nothing`);

    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each(['websocket', 'polling'])('passes sockets on, over %s', async (transport) => {
    const socket = io(nginx.url, { transports: [transport], reconnection: false });

    const refusal = await new Promise<Error & { data?: { code: string } }>((resolve) =>
      socket.once('connect_error', resolve),
    );

    expect(refusal.data?.code).toBe('auth.required');
  });

  it('keeps the metrics inside', async () => {
    const response = await fetch(`${nginx.url}/metrics`);

    expect(response.status).toBe(404);
  });
});
