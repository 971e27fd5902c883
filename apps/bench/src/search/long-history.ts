import { v7 as uuidv7 } from 'uuid';
import type { ProductSubject } from '../servers/product-subject.js';
import type { SignedIn } from '../servers/population.js';
import { Corpus, numbers } from './corpus.js';

const PEOPLE = 500;
/** As many messages as there are in a room on average. */
const PER_ROOM = 1_000;
const AT_ONCE = 10_000;
const YEARS = 2;
const YEAR_MS = 365 * 24 * 3_600_000;

/** Those who search. */
export interface Readers {
  /** In three rooms, a busy, a middling and a quiet one. */
  few: SignedIn;
  /** In 500 rooms of all kinds, or in all that there are. */
  many: SignedIn;
}

/**
 * Puts years of messages into the database, oldest first and rooms mixed, as they would have come. It leaves out the
 * checks of foreign keys, and nothing else.
 */
export async function fillWithHistory(
  { database, population }: ProductSubject,
  messages: number,
  say: (line: string) => void,
): Promise<Readers> {
  const people = await population.signIn(PEOPLE);
  const [few, many] = await population.signIn(2);
  if (!few || !many) {
    throw new Error('Two people search');
  }
  const roomIds = Array.from({ length: Math.max(10, Math.round(messages / PER_ROOM)) }, () => uuidv7());
  await openRooms(database, roomIds, many.userId);
  const count = roomIds.length;
  const places = [0, Math.floor(count / 2), count - 1].map((place) => roomIds[place]);
  await database.run(
    `INSERT INTO memberships (room_id, user_id, change) SELECT id, $2, 0 FROM unnest($1::uuid[]) AS id`,
    [places, few.userId],
  );
  await database.run('SET session_replication_role = replica');
  await writeAll({ database, people, roomIds, messages, say });
  await database.run('SET session_replication_role = origin');
  await database.run(
    `UPDATE rooms AS r SET last_seq = m.seq, last_change = m.seq
     FROM (SELECT room_id, max(seq) AS seq FROM messages GROUP BY room_id) AS m WHERE m.room_id = r.id`,
  );
  return { few, many };
}

async function openRooms(
  database: ProductSubject['database'],
  roomIds: readonly string[],
  reader: string,
): Promise<void> {
  await database.run(
    `INSERT INTO rooms (id, kind, name, visibility, fingerprint, member_count)
     SELECT id, 'channel', 'Room ' || id, 'private', '', 1 FROM unnest($1::uuid[]) AS id`,
    [roomIds],
  );
  await database.run(
    `INSERT INTO memberships (room_id, user_id, change)
     SELECT id, $2, 0 FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, place)
     WHERE place % greatest(1, cardinality($1::uuid[]) / 500) = 0 LIMIT 500`,
    [roomIds, reader],
  );
}

interface Writing {
  database: ProductSubject['database'];
  people: readonly SignedIn[];
  roomIds: readonly string[];
  messages: number;
  say: (line: string) => void;
}

async function writeAll({ database, people, roomIds, messages, say }: Writing): Promise<void> {
  const corpus = new Corpus(messages);
  const random = numbers(11);
  const lastSeq = new Map<string, number>();
  const start = Date.now() - YEARS * YEAR_MS;
  for (let from = 0; from < messages; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, messages - from) }, (_, offset) => {
      // Some rooms are busy, most are not.
      const roomId = roomIds[Math.floor(roomIds.length * random() ** 2)] ?? '';
      const seq = (lastSeq.get(roomId) ?? 0) + 1;
      lastSeq.set(roomId, seq);
      const at = new Date(start + (YEARS * YEAR_MS * (from + offset)) / messages);
      const author = people[Math.floor(random() * people.length)]?.userId;
      return { roomId, seq, author, at, body: corpus.message(from + offset), id: uuidv7() };
    });
    await database.run(
      `INSERT INTO messages (room_id, seq, id, change, author_id, body, fingerprint, created_at)
       SELECT room_id, seq, id, seq, author_id, body, '', created_at
       FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[])
         AS t(room_id, seq, id, author_id, body, created_at)`,
      [
        rows.map((row) => row.roomId),
        rows.map((row) => row.seq),
        rows.map((row) => row.id),
        rows.map((row) => row.author),
        rows.map((row) => row.body),
        rows.map((row) => row.at),
      ],
    );
    if ((from / AT_ONCE) % 50 === 49) {
      say(`  ${from + AT_ONCE} messages are written`);
    }
  }
}
