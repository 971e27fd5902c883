import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ack, Message, MessageChanged, SendMessageCommand } from '@parley/contracts';
import { Server } from 'socket.io';
import { v7 as uuidv7 } from 'uuid';

/*
 * What the product is compared with: Socket.IO as it comes, broadcasting every message as an event of its own,
 * in the shape of the product. It checks nothing and stores nothing.
 */
interface Incoming {
  'message:send': (command: SendMessageCommand, acknowledge: (ack: Ack<Message>) => void) => void;
}
interface Outgoing {
  'message:changed': (event: MessageChanged) => void;
}

const http = createServer();
const server = new Server<Incoming, Outgoing>(http, { serveClient: false });
const authorId = uuidv7();
let seq = 0;

server.on('connection', async (socket) => {
  await socket.join(String(socket.handshake.auth['roomId']));
  socket.on('message:send', (command, acknowledge) => {
    const message = toMessage(command);
    server.to(command.roomId).emit('message:changed', { roomId: command.roomId, messages: [message] });
    acknowledge({ ok: true, data: message });
  });
});

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listens on http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});

process.once('SIGTERM', () => process.exit(0));

function toMessage({ id, roomId, body }: SendMessageCommand): Message {
  seq += 1;
  return {
    ...{ id, roomId, seq, change: seq, kind: 'text', authorId, body, replyTo: null },
    ...{ files: [], mentions: [], mentionsRoom: false, reactions: [], pinnedAt: null },
    ...{ createdAt: new Date().toISOString(), editedAt: null, deletedAt: null },
  };
}
