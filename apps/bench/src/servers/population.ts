import { v7 as uuidv7 } from 'uuid';
import type { ProductDatabase } from './product-database.js';

const ROOMS_OF_OLD = 10;
const PEOPLE_OF_OLD = 20;
const MESSAGES_OF_OLD = 500;

export interface SignedIn {
  userId: string;
  sessionId: string;
}

/**
 * Puts people, their sessions and rooms into the database. Hashing a password a person as registration does
 * would take longer than all measurements.
 */
export class Population {
  constructor(private readonly database: ProductDatabase) {}

  async signIn(count: number): Promise<SignedIn[]> {
    const people = Array.from({ length: count }, () => ({ userId: uuidv7(), sessionId: uuidv7() }));
    const userIds = people.map(({ userId }) => userId);
    await this.database.run(
      `INSERT INTO users (id, username, email, password_hash, display_name)
       SELECT id, 'b-' || right(id::text, 30), id || '@example.org', '', 'Somebody'
       FROM unnest($1::uuid[]) AS id`,
      [userIds],
    );
    await this.database.run(
      `INSERT INTO sessions (id, user_id, refresh_hash, user_agent, ip, expires_at)
       SELECT id, user_id, id::text, 'benchmark', '127.0.0.1', now() + interval '1 day'
       FROM unnest($1::uuid[], $2::uuid[]) AS t(id, user_id)`,
      [people.map(({ sessionId }) => sessionId), userIds],
    );
    return people;
  }

  async openRoom(members: readonly SignedIn[]): Promise<string> {
    const roomId = uuidv7();
    await this.database.run(
      `INSERT INTO rooms (id, kind, name, visibility, fingerprint, member_count)
       VALUES ($1, 'channel', 'Room ' || $1::uuid, 'private', '', $2)`,
      [roomId, members.length],
    );
    await this.database.run(
      `INSERT INTO memberships (room_id, user_id, change) SELECT $1, id, 0 FROM unnest($2::uuid[]) AS id`,
      [roomId, members.map(({ userId }) => userId)],
    );
    return roomId;
  }

  /** What a server that has been used for a while has: plans are made for tables with something in them. */
  async liveHere(): Promise<void> {
    for (let room = 0; room < ROOMS_OF_OLD; room += 1) {
      const people = await this.signIn(PEOPLE_OF_OLD);
      await this.write(await this.openRoom(people), people, MESSAGES_OF_OLD);
    }
  }

  /** Fills a room with messages of its members in turn, each of 100 characters. */
  async write(roomId: string, authors: readonly SignedIn[], count: number): Promise<void> {
    await this.database.run(
      `INSERT INTO messages (room_id, seq, id, change, author_id, body, fingerprint)
       SELECT $1, n, gen_random_uuid(), n, ($2::uuid[])[1 + n % $3], rpad('Message ' || n || ' ', 100, 'x'), ''
       FROM generate_series(1, $4::int) AS n`,
      [roomId, authors.map(({ userId }) => userId), authors.length, count],
    );
    await this.database.run(`UPDATE rooms SET last_seq = $2, last_change = $2 WHERE id = $1`, [
      roomId,
      count,
    ]);
  }
}
