import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { sendWholeFrames } from './whole-frames.js';

interface Packet {
  options?: { wsPreEncodedFrame?: Buffer[] };
}

describe('sendWholeFrames', () => {
  let server: Server;
  let client: Socket;
  /** The parts of the frames of broadcasts, as they are handed to the socket. */
  let parts: Buffer[][];

  beforeEach(async () => {
    parts = [];
    const http = createServer();
    server = new Server(http);
    sendWholeFrames(server.of('/'));
    server.engine.on('connection', (connection: NodeJS.EventEmitter) => {
      connection.on('packetCreate', ({ options }: Packet) => {
        parts.push(options?.wsPreEncodedFrame ?? []);
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const { port } = http.address() as AddressInfo;
    client = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false });
    await new Promise<void>((resolve) => client.once('connect', resolve));
  });

  afterEach(async () => {
    client.disconnect();
    await server.close();
  });

  it.each(['ä short text', 'x'.repeat(70_000)])('brings what was said, in one piece', async (text) => {
    const heard = new Promise((resolve) => client.once('said', resolve));

    server.emit('said', text);

    expect(await heard).toBe(text);
    expect(parts.at(-1)).toHaveLength(1);
  });

  it('brings bytes as well, which go another way', async () => {
    const heard = new Promise((resolve) => client.once('said', resolve));

    server.emit('said', Buffer.from('bytes'));

    expect(await heard).toEqual(Buffer.from('bytes'));
  });
});
