import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../load/connection.js';
import { type ChatFigures, Measurement } from '../load/measurement.js';
import { OccupiedRoom } from '../load/occupied-room.js';
import type { ProductSubject } from '../servers/product-subject.js';

/** Who talks, and who is only there: in rooms of their own, watching the others in them. */
const TALKING = { people: 200, talkers: 10 };
const BYSTANDERS = { rooms: 20, peoplePerRoom: 50 };
/** Read one after the other: more than anybody gets through in a run. */
const UNREAD = 1_000;
/** Milliseconds after which each of them is otherwise than before, and has read one message more. */
const TURN_EVERY = 10_000;
/** Sockets that are opened at the same time. */
const OPENING = 20;

/** The same room with everybody else still, and with everybody else flipping their presence and reading. */
export interface PresenceFigures {
  still: ChatFigures;
  busy: ChatFigures;
  /** Commands of the bystanders a second. */
  turns: number;
}

interface Bystander {
  connection: Connection;
  roomId: string;
}

/** What the presence and the reading of a thousand people take away from a room in which ten talk. */
export async function talkAmongBystanders(
  subject: ProductSubject,
  seconds: number,
): Promise<PresenceFigures> {
  const bystanders = await gather(subject);
  const [seats = []] = await subject.seats(1, TALKING.people);
  const room = await OccupiedRoom.open(seats);
  const measure = () =>
    new Measurement(subject, [room]).run(seconds, (isOver) =>
      Promise.all(
        Array.from({ length: TALKING.talkers }, async (_, person) => {
          while (!isOver()) {
            await room.say(person);
          }
        }),
      ),
    );
  try {
    const still = await measure();
    const stop = new AbortController();
    const startedAt = performance.now();
    const turning = bystanders.map((bystander, place) => turn(bystander, place, stop.signal));
    const busy = await measure();
    stop.abort();
    const turns = (await Promise.all(turning)).reduce((sum, count) => sum + count, 0);
    return { still, busy, turns: (turns / (performance.now() - startedAt)) * 1_000 };
  } finally {
    room.close();
    bystanders.forEach(({ connection }) => connection.close());
  }
}

async function gather(subject: ProductSubject): Promise<Bystander[]> {
  const bystanders: Bystander[] = [];
  for (let number = 0; number < BYSTANDERS.rooms; number += 1) {
    const people = await subject.population.signIn(BYSTANDERS.peoplePerRoom);
    const roomId = await subject.population.openRoom(people);
    await subject.population.write(roomId, people, UNREAD);
    const userIds = people.map(({ userId }) => userId);
    for (let first = 0; first < people.length; first += OPENING) {
      const opening = people.slice(first, first + OPENING).map(async (person) => {
        const auth = { token: await subject.tokenOf(person) };
        const connection = await Connection.open({ url: subject.url, roomId, auth });
        await connection.send('presence:watch', { userIds });
        return { connection, roomId };
      });
      bystanders.push(...(await Promise.all(opening)));
    }
  }
  return bystanders;
}

/** Goes on until it is told to stop. @returns how many commands were accepted */
async function turn({ connection, roomId }: Bystander, place: number, stop: AbortSignal): Promise<number> {
  let accepted = 0;
  // They do not all begin at once.
  await sleep((place / (BYSTANDERS.rooms * BYSTANDERS.peoplePerRoom)) * TURN_EVERY);
  for (let seq = 1; !stop.aborted; seq += 1) {
    const status = seq % 2 === 0 ? 'online' : 'away';
    const answers = await Promise.all([
      connection.send('presence:set', { status }),
      connection.send('room:read', { roomId, seq }),
    ]);
    accepted += answers.filter(Boolean).length;
    await sleep(TURN_EVERY, undefined, { signal: stop }).catch(() => undefined);
  }
  return accepted;
}
