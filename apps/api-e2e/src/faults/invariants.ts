import { expect } from '@jest/globals';
import type { Message, MessageWindow } from '@parley/contracts';
import type { BusyRoom } from './busy-room.js';

/** Asks the database itself. */
export type Query = <Row extends object>(sql: string, parameters: unknown[]) => Promise<Row[]>;

interface Stored {
  id: string;
  seq: string;
  author_id: string;
  body: string;
}

/** What must hold after every fault, in the database and for whoever reads from the API. */
export async function expectInvariants(room: BusyRoom, query: Query): Promise<void> {
  const stored = await query<Stored>(
    'SELECT id, seq, author_id, body FROM messages WHERE room_id = $1 ORDER BY seq',
    [room.id],
  );
  const [counters] = await query<{ last_seq: string }>('SELECT last_seq FROM rooms WHERE id = $1', [room.id]);

  // The numbers have no holes, and the room knows the last one.
  expect(stored.map(({ seq }) => Number(seq))).toEqual(stored.map((_, index) => index + 1));
  expect(Number(counters?.last_seq)).toBe(stored.length);

  // What was acknowledged is there once, under the number that was told, in each person's own order.
  for (const [authorId, sent] of room.sent) {
    const own = stored.filter((message) => message.author_id === authorId);
    expect(own.map(({ id, seq, body }) => ({ id, body, seq: Number(seq) }))).toEqual(sent);
  }

  // Whoever reads from the beginning sees what the database has.
  const read = await readAll(room);
  expect(read.map(({ id, seq, body }) => ({ id, seq, body }))).toEqual(
    stored.map(({ id, seq, body }) => ({ id, seq: Number(seq), body })),
  );

  // Nobody was told anything but to come back.
  expect([...room.refusals].filter((code) => !['server.unavailable', '503'].includes(code))).toEqual([]);
}

async function readAll({ id, reader }: BusyRoom): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const { status, body } = await reader.get<MessageWindow>(
      `/api/chatrooms/${id}/messages?after=${messages.length}&limit=100`,
    );
    expect(status).toBe(200);
    messages.push(...body.items);
    if (!body.hasAfter) {
      return messages;
    }
  }
}
