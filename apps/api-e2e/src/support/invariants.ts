import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Member, MemberPage, Message, MessageWindow, Room } from '@parley/contracts';
import type { Conversation, Query } from './api-under-fault.js';
import type { ChatClient } from './chat-client.js';

/** Milliseconds in which everything heals after a fault, although nobody writes any more. */
const HEALING_TIME = 35_000;
/** What clients may meet while something is broken: never an error of the server's own making. */
const ALLOWED = ['ok', 'no-answer', 'not-connected', 'server.unavailable', 'request.rate-limited'];
const LONGEST_ATTEMPT = 15_000;

interface StoredMessage {
  kind: string;
  id: string;
  seq: number;
  change: number;
  author_id: string;
  body: string;
}

/** What was measured, for people who read about it. */
export interface Figures {
  acknowledged: number;
  healedMs: number;
  slowestMs: number;
  outcomes: Record<string, number>;
}

/**
 * What must hold after every fault (docs/reliability.md names them): in the database, over HTTP, and in what
 * every client has received.
 */
export async function checkInvariants({ room, clients }: Conversation, query: Query): Promise<Figures> {
  const healedMs = await healed(room.id, clients, query);
  const stored = await query<StoredMessage>(
    'SELECT id, seq, change, kind, author_id, body FROM messages WHERE room_id = $1 ORDER BY seq',
    [room.id],
  );
  await expectGapless(room.id, stored, query);
  expectAcknowledgedOnce(clients, stored);
  expectOrderOfSending(clients);
  await expectFreshViews(room.id, clients);
  await expectCounts(room.id, clients, query);
  const outcomes = expectNoSurprise(clients);
  return {
    acknowledged: clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
    healedMs: Math.round(healedMs),
    slowestMs: Math.round(Math.max(...clients.map(({ slowest }) => slowest))),
    outcomes,
  };
}

/** I7: everybody has everything, although nobody writes. @returns milliseconds that it took */
async function healed(roomId: string, clients: readonly ChatClient[], query: Query): Promise<number> {
  const startedAt = performance.now();
  const [row] = await query<{ head: number }>('SELECT last_change AS head FROM rooms WHERE id = $1', [
    roomId,
  ]);
  const isWhole = ({ replica }: ChatClient) => !replica.isBehind && replica.applied === row?.head;
  while (!clients.every(isWhole) && performance.now() - startedAt < HEALING_TIME) {
    await sleep(50);
  }
  expect(clients.map(({ replica }) => replica.applied)).toEqual(clients.map(() => row?.head));
  return performance.now() - startedAt;
}

/** I2: numbers 1 to n without holes; and no two changes have the same number. */
async function expectGapless(roomId: string, stored: StoredMessage[], query: Query): Promise<void> {
  const [row] = await query<{ last_seq: number }>('SELECT last_seq FROM rooms WHERE id = $1', [roomId]);
  expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
  expect(row?.last_seq).toBe(stored.length);
  expect(new Set(stored.map(({ change }) => change)).size).toBe(stored.length);
}

/** I1, I6: what was acknowledged is there once, as it was acknowledged; every retry came to an end. */
function expectAcknowledgedOnce(clients: readonly ChatClient[], stored: StoredMessage[]): void {
  const acknowledged = clients.flatMap((client) => client.acknowledged);
  const key = (message: { id: string; seq: number; body: string }) =>
    `${message.seq} ${message.id} ${message.body}`;
  // What the history tells by itself nobody has sent.
  const sent = stored.filter(({ kind }) => kind !== 'system');
  expect(acknowledged.map(key).toSorted()).toEqual(sent.map(key).toSorted());
}

/** I5: in the order in which each of them sent. */
function expectOrderOfSending(clients: readonly ChatClient[]): void {
  for (const { acknowledged } of clients) {
    const seqs = acknowledged.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  }
}

/** I3: what everybody sees is what the server has. */
async function expectFreshViews(roomId: string, clients: readonly ChatClient[]): Promise<void> {
  const [reader] = clients;
  if (!reader) {
    return;
  }
  const { person } = reader;
  const fresh = await allMessages(reader, roomId);
  const members = (await person.get<MemberPage>(`/api/chatrooms/${roomId}/members?limit=100`)).body.items;
  for (const { replica } of clients) {
    const from = replica.messages[0]?.seq ?? 1;
    expect(replica.messages).toEqual(fresh.slice(from - 1));
    expect(replica.members.toSorted(byUser)).toEqual(members.toSorted(byUser));
  }
}

/** I8: what is counted for people is what there is to count. */
async function expectCounts(roomId: string, clients: readonly ChatClient[], query: Query): Promise<void> {
  const [row] = await query<{ members: number }>(
    'SELECT count(*)::int AS members FROM memberships WHERE room_id = $1 AND left_at IS NULL',
    [roomId],
  );
  for (const { person } of clients) {
    const { body } = await person.get<Room>(`/api/chatrooms/${roomId}`);
    const [counted] = await query<{ unread: number }>(
      `SELECT count(*)::int AS unread FROM messages AS m JOIN memberships AS s ON s.room_id = m.room_id
       WHERE m.room_id = $1 AND s.user_id = $2 AND m.seq > s.last_read_seq AND m.author_id <> $2
         AND m.deleted_at IS NULL AND m.kind <> 'system'`,
      [roomId, person.id],
    );
    expect(body.memberCount).toBe(row?.members);
    expect(body.me?.unread).toBe(Math.min(counted?.unread ?? 0, 999));
  }
}

/** I11: nothing but what clients know how to deal with, and nothing that takes for ever. */
function expectNoSurprise(clients: readonly ChatClient[]): Record<string, number> {
  const outcomes: Record<string, number> = {};
  for (const client of clients) {
    expect(client.slowest).toBeLessThan(LONGEST_ATTEMPT);
    client.outcomes.forEach((count, outcome) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + count));
  }
  expect(Object.keys(outcomes).filter((outcome) => !ALLOWED.includes(outcome))).toEqual([]);
  return outcomes;
}

/** Everything in the room, page by page, as a client that has just come reads it. */
export async function allMessages(
  { person }: Pick<ChatClient, 'person'>,
  roomId: string,
): Promise<Message[]> {
  const all: Message[] = [];
  let hasAfter = true;
  while (hasAfter) {
    const path = `/api/chatrooms/${roomId}/messages?limit=100&after=${all.length}`;
    const { body } = await person.get<MessageWindow>(path);
    all.push(...body.items);
    hasAfter = body.hasAfter;
  }
  return all;
}

/** Keeps what was measured in `dist/fault-figures`, for docs/reliability.md. */
export async function report(fault: string, figures: object): Promise<void> {
  const folder = join(import.meta.dirname, '../../dist/fault-figures');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${fault}.json`), `${JSON.stringify(figures, null, 2)}\n`);
}

function byUser(a: Member, b: Member): number {
  return a.user.id < b.user.id ? -1 : 1;
}
