import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../load/connection.js';
import type { Subject } from '../servers/subject.js';
import { talkInTurns } from './talking.js';

const SOCKETS = 1_000;
/** Sockets that are opened at the same time. */
const OPENING = 10;
/** Before counting, so that what is needed once is there already. */
const FIRST_SOCKETS = 50;
/** Before everything, so that the memory for short-lived things has the size that it keeps. */
const FIRST_TALK = { rooms: 1, peoplePerRoom: 20, seconds: 2 };
/** Milliseconds in which garbage goes. */
const REST = 5_000;

/** @returns KiB of the server for each socket that does nothing */
export async function memoryPerIdleSocket(subject: Subject): Promise<number> {
  await talkInTurns(subject, FIRST_TALK, FIRST_TALK.peoplePerRoom);
  const seats = (await subject.seats(SOCKETS / 50 + 1, 50)).flat();
  const connections: Connection[] = [];
  const open = async (count: number) => {
    const wanted = seats.slice(connections.length, connections.length + count);
    for (let first = 0; first < wanted.length; first += OPENING) {
      const opening = wanted.slice(first, first + OPENING).map((seat) => Connection.open(seat));
      connections.push(...(await Promise.all(opening)));
    }
    await sleep(REST);
    return subject.memory();
  };
  try {
    const before = await open(FIRST_SOCKETS);
    const after = await open(SOCKETS);
    return (after - before) / SOCKETS / 1024;
  } finally {
    connections.forEach((connection) => connection.close());
  }
}
