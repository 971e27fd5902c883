import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConversations } from './seed/conversations.mjs';
import { DemoPerson, PASSWORD } from './seed/demo-person.mjs';
import { openServer } from './seed/demo-server.mjs';
import { spreadTimes } from './seed/spread-times.mjs';

/*
 * `npm run seed`: people, rooms and conversations to look at, made through the API as people would make them.
 * What is there already stays as it is, so a second run adds nothing. Never for a server that strangers can reach:
 * everybody of the demo has the same password, and on a new server the first of them administers it.
 */
const UNREAD = 4;

if (existsSync('.env')) {
  process.loadEnvFile();
}
try {
  const server = await openServer();
  await seed(server.url).finally(() => server.close());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function seed(url) {
  const profiles = JSON.parse(readFileSync(join(import.meta.dirname, 'seed/people.json'), 'utf8'));
  const people = new Map(profiles.map((profile) => [profile.username, new DemoPerson(url, profile)]));
  // One after the other: the first account of a new server administers it, and that is to be Ann.
  for (const person of people.values()) {
    await person.signIn();
  }
  const conversations = readConversations();
  const grown = [];
  for (const conversation of conversations) {
    const roomId = await talk(conversation, people);
    grown.push(...(roomId ? [{ ...conversation, roomId }] : []));
  }
  const isSpread = grown.length === 0 || (await spreadTimes(grown));
  await Promise.all([...people.values()].map((person) => person.signOut()));
  report(url, profiles, { conversations, grown, isSpread });
}

/** @returns the id of the room when something new was said in it */
async function talk(conversation, people) {
  const members = conversation.people.map((name) => people.get(name));
  const [maker, ...others] = members;
  const room = await maker.openRoom(conversation, others);
  let count = 0;
  for (const message of conversation.messages) {
    const isNew = await people.get(message.author).say(room.id, message);
    count += isNew ? 1 : 0;
  }
  if (count === 0) {
    return undefined;
  }
  const last = conversation.messages.length;
  await Promise.all(
    // So that there is something to catch up with, whoever one signs in as.
    members.map((person, index) => person.read(room.id, Math.max(1, last - ((index * 3) % UNREAD)))),
  );
  return room.id;
}

function report(url, profiles, { conversations, grown, isSpread }) {
  const names = profiles.map(({ username, displayName }) => `  ${username.padEnd(8)} ${displayName}`);
  const total = conversations.reduce((sum, { messages }) => sum + messages.length, 0);
  const news =
    grown.length === 0
      ? 'Everything was there already.'
      : `${profiles.length} people, ${conversations.length} rooms and chats, ${total} messages.`;
  const hint = isSpread ? '' : 'The database could not be reached from here, so everything was said today.\n';
  process.stdout.write(
    `${news}\n${hint}\nSign in on ${url} with the password “${PASSWORD}” as one of\n${names.join('\n')}\n`,
  );
}
