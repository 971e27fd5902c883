import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * The server gives everything the time at which it came. For a demo it looks as if people had talked for days, so
 * the times are moved in the database. @returns whether it could be reached
 */
export async function spreadTimes(conversations) {
  const client = new pg.Client(connection());
  try {
    await client.connect();
    for (const { roomId, begin, span, messages } of conversations) {
      await move(client, roomId, timesOf(messages, begin, span));
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function connection() {
  const { DATABASE_URL, DATA_DIR = 'data' } = process.env;
  if (DATABASE_URL) {
    return { connectionString: DATABASE_URL };
  }
  try {
    const port = readFileSync(join(DATA_DIR, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
    const { databasePassword } = JSON.parse(readFileSync(join(DATA_DIR, 'secrets.json'), 'utf8'));
    return {
      host: '127.0.0.1',
      port: Number(port),
      user: 'parley',
      password: databasePassword,
      database: 'parley',
    };
  } catch {
    return { host: '127.0.0.1', port: 1 };
  }
}

/** Answers follow soon, something new after a while; the same every time. */
function timesOf(messages, begin, span) {
  const pauses = messages.map(({ replyToId }, index) => (replyToId ? 1 : 6) * (1 + ((index * 7) % 5)));
  const total = pauses.reduce((sum, pause) => sum + pause, 0);
  let passed = 0;
  return messages.map(({ id }, index) => {
    passed += pauses[index];
    return { id, at: new Date(begin + (span * passed) / total).toISOString() };
  });
}

async function move(client, roomId, times) {
  await client.query(
    `UPDATE messages AS m SET created_at = t.at, edited_at = CASE WHEN edited_at IS NOT NULL THEN t.at + interval '2 min' END
     FROM unnest($1::uuid[], $2::timestamptz[]) AS t(id, at) WHERE m.id = t.id`,
    [times.map(({ id }) => id), times.map(({ at }) => at)],
  );
  const first = `(SELECT min(created_at) - interval '1 hour' FROM messages WHERE room_id = $1)`;
  await client.query(`UPDATE rooms SET created_at = ${first} WHERE id = $1`, [roomId]);
  await client.query(`UPDATE memberships SET joined_at = ${first} WHERE room_id = $1`, [roomId]);
}
