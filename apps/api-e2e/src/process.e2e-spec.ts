import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { nextEvents } from './support/person.js';
import { RunningApi } from './support/running-api.js';
import { ServerProcess } from './support/server-process.js';

describe('a server that is told to stop', () => {
  let api: RunningApi;

  afterEach(async () => {
    await api.stop();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('tells every socket why and exits with 0 at %s', async (signal) => {
    api = await RunningApi.start();
    const [ann, ben] = [await api.person(), await api.person()];
    const sockets = [
      await ann.connect(),
      await ann.connect({ transports: ['polling'] }),
      await ben.connect(),
    ];
    const heard = sockets.map((socket) => nextEvents(socket, 'session:closed', 1));
    const disconnected = sockets.map(
      (socket) => new Promise((resolve) => socket.once('disconnect', resolve)),
    );

    api.server.kill(signal);

    expect(await Promise.all(heard)).toEqual(sockets.map(() => [{ reason: 'server-restart' }]));
    await Promise.all(disconnected);
    expect(await api.server.exited).toBe(0);
  });

  it('does not wait for a request that never comes to its end', async () => {
    api = await RunningApi.start();
    const { hostname, port } = new URL(api.url);
    const client = connect(Number(port), hostname);
    const closed = new Promise((resolve) => client.once('close', resolve).once('error', resolve));
    await once(client, 'connect');
    client.write('GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n');

    expect(await api.server.stop()).toBe(0);
    await closed;
  });

  it('lets nobody in any more', async () => {
    api = await RunningApi.start();
    const ann = await api.person();

    await api.server.stop();

    await expect(ann.connect()).rejects.toThrow();
    await expect(ann.get('/api/auth/me')).rejects.toThrow();
  });

  it('says who becomes the administrator, until there is one', async () => {
    api = await RunningApi.start();
    await api.server.says(/becomes the administrator/);
    await api.person();

    const second = await RunningApi.start({ database: api.database });
    await second.server.stop();

    expect(second.server.output).not.toContain('administrator');
  });
});

describe('a server that cannot start', () => {
  it('names the port that is taken, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };

    const server = ServerProcess.spawn({ PORT: String(port), HOST: '127.0.0.1' });

    expect(await server.exited).toBe(1);
    expect(server.output).toContain(`Port ${port} of 127.0.0.1 is taken`);
    expect(server.output).toContain(`PORT=${port + 1}`);
    other.close();
  });

  it('names every wrong setting and shows no secret', async () => {
    const server = ServerProcess.spawn({ PORT: 'many', JWT_SECRET: 'hunter2', LOG_LEVEL: 'loud' });

    expect(await server.exited).toBe(1);
    expect(server.output).toMatch(/- PORT: [\s\S]*- JWT_SECRET: [\s\S]*- LOG_LEVEL: /);
    expect(server.output).not.toContain('hunter2');
  });

  it('says that it finds no database', async () => {
    const server = ServerProcess.spawn({
      PORT: '0',
      DATABASE_URL: 'postgres://ann:secret@127.0.0.1:1/parley',
      JWT_SECRET: 'x'.repeat(32),
    });

    expect(await server.exited).toBe(1);
    expect(server.output).toContain('The database cannot be reached: ');
    expect(server.output).toContain('ECONNREFUSED');
    expect(server.output).not.toContain('secret');
  });
});
