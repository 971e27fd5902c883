import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatFigures, Measurement } from '../load/measurement.js';
import { OccupiedRoom } from '../load/occupied-room.js';
import type { Subject } from '../servers/subject.js';

export interface Talk {
  rooms: number;
  peoplePerRoom: number;
  seconds: number;
}

/** Everybody who talks waits for the answer before saying the next thing. */
export function talkInTurns(subject: Subject, talk: Talk, talkersPerRoom: number): Promise<ChatFigures> {
  return measure(subject, talk, (rooms, isOver) =>
    Promise.all(
      rooms.flatMap((room) =>
        Array.from({ length: talkersPerRoom }, async (_, person) => {
          while (!isOver()) {
            await room.say(person);
          }
        }),
      ),
    ),
  );
}

/** In the first room something is said so many times a second, whether the server keeps up or not. */
export function talkAtPace(subject: Subject, talk: Talk, messagesPerSecond: number): Promise<ChatFigures> {
  return measure(subject, talk, async ([room], isOver) => {
    const answers: Promise<void>[] = [];
    const start = performance.now();
    for (let count = 1; room && !isOver(); count += 1) {
      answers.push(room.say(count));
      await sleep(start + (count * 1_000) / messagesPerSecond - performance.now());
    }
    await Promise.all(answers);
  });
}

async function measure(
  subject: Subject,
  { rooms, peoplePerRoom, seconds }: Talk,
  talk: (rooms: OccupiedRoom[], isOver: () => boolean) => Promise<unknown>,
): Promise<ChatFigures> {
  const occupied: OccupiedRoom[] = [];
  for (const seats of await subject.seats(rooms, peoplePerRoom)) {
    occupied.push(await OccupiedRoom.open(seats));
  }
  try {
    return await new Measurement(subject, occupied).run(seconds, (isOver) => talk(occupied, isOver));
  } finally {
    occupied.forEach((room) => room.close());
  }
}
