import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiUnderFault } from '../support/api-under-fault.js';
import { ChatClient } from '../support/chat-client.js';
import { checkInvariants, report } from '../support/invariants.js';
import type { Fate } from '../support/lossy-reader.js';

jest.setTimeout(90_000);

const PEOPLE = 5;
/** Milliseconds between two messages of one writer. */
const PAUSE = 60;
/** The longest text, in its longest form: 80 kB on the wire. */
const LONGEST = '🫖'.repeat(20_000);

describe('a network in trouble', () => {
  let api: ApiUnderFault;
  let lastEvent: Promise<{ healedMs: number; connects: number }>;

  beforeAll(async () => {
    api = await ApiUnderFault.start();
    // It takes up to half a minute to be noticed, and nothing else has to wait for that.
    lastEvent = loseTheLastEvent(api);
  });

  afterAll(() => api.stop());

  it('F12: everybody who was cut comes back by themselves and misses nothing', async () => {
    const conversation = await api.conversation(PEOPLE);
    let isOver = false;
    const writers = conversation.clients.map((client) => client.talkUntil(() => isOver, PAUSE));

    for (let cut = 1; cut <= 3; cut += 1) {
      await sleep(800);
      api.proxy.cutAll();
    }
    await sleep(500);
    isOver = true;
    await Promise.all(writers);

    const figures = await checkInvariants(conversation, api.query);
    await report('F12', { cuts: 3, writers: PEOPLE, ...figures });
    expect(conversation.clients.every(({ connects }) => connects >= 4)).toBe(true);
  });

  it('F14: what was written and never acknowledged is there once, and the retry is answered alike', async () => {
    const conversation = await api.conversation(PEOPLE);
    const [reader] = conversation.clients;
    await Promise.all(conversation.clients.map((client) => client.say('before')));

    api.proxy.loseAnswers();
    const pending = conversation.clients.map((client) => client.say('unacknowledged'));
    const written = await untilStored(api, conversation.room.id, 2 * PEOPLE);
    api.proxy.hearAnswers();
    api.proxy.cutAll();
    const answers = await Promise.all(pending);

    expect(answers.map(({ id, seq }) => `${seq} ${id}`).toSorted()).toEqual(written.slice(PEOPLE).toSorted());
    expect(reader?.outcomes.get('no-answer')).toBeGreaterThan(0);
    const figures = await checkInvariants(conversation, api.query);
    await report('F14', { unacknowledged: PEOPLE, ...figures });
  });

  it('F15: with two seconds to the server and back, and connections that break, everything arrives once', async () => {
    const conversation = await api.conversation(PEOPLE);
    let isOver = false;
    api.proxy.worsen({ delay: 1_000, breaksEvery: 20 });
    const writers = conversation.clients.map((client) => client.talkUntil(() => isOver, PAUSE));

    await sleep(15_000);
    isOver = true;
    api.proxy.worsen({ delay: 0 });
    await Promise.all(writers);

    const figures = await checkInvariants(conversation, api.query);
    await report('F15', { roundTripMs: 2_000, ...figures });
    expect(conversation.clients.some(({ connects }) => connects > 1)).toBe(true);
    expect(figures.acknowledged).toBeGreaterThan(PEOPLE);
  });

  it('F16: who does not read is cut and comes back, and nobody else notices', async () => {
    const conversation = await api.conversation(3);
    const proxy = await api.ownProxy();
    const [writer] = conversation.clients;
    if (!writer) {
      throw new Error('Somebody writes');
    }
    const slow = new ChatClient(writer.person.at(proxy.url), conversation.room.id);
    await api.enter(slow);

    proxy.stall();
    let megabytes = 0;
    for (const client of Array.from({ length: 60 }, () => conversation.clients).flat()) {
      await client.say(LONGEST);
      megabytes += 0.08;
    }
    // The server looks after its sockets twice a second.
    await sleep(1_500);
    proxy.resume();
    while (slow.connects < 2) {
      await sleep(50);
    }

    const figures = await checkInvariants(
      { ...conversation, clients: [...conversation.clients, slow] },
      api.query,
    );
    await report('F16', { megabytesSent: Math.round(megabytes), ...figures });
    for (const { outcomes, connects } of conversation.clients) {
      expect([...outcomes.keys()]).toEqual(['ok']);
      expect(connects).toBe(1);
    }
  });

  it('F18: who hears half of the events, some late and some twice, has everything all the same', async () => {
    const fates = [
      ...Array<Fate>(10).fill('lost'),
      ...Array<Fate>(2).fill('twice'),
      ...Array<Fate>(8).fill('late'),
    ];
    // A stride without a common divisor: each fate as often as it is there, and mixed.
    const conversation = await api.conversation(PEOPLE, (place) => {
      let heard = place;
      return { nextFate: () => fates[(heard++ * 7) % fates.length] ?? 'once' };
    });
    let isOver = false;
    const writers = conversation.clients.map((client) => client.talkUntil(() => isOver, PAUSE));

    await sleep(4_000);
    isOver = true;
    await Promise.all(writers);

    const figures = await checkInvariants(conversation, api.query);
    await report('F18', { writers: PEOPLE, ...figures });
    expect(conversation.clients.every(({ connects }) => connects === 1)).toBe(true);
  });

  it('F19: the very last event that was lost is noticed within 35 s, although nobody says any more', async () => {
    const { healedMs, connects } = await lastEvent;

    await report('F19', { healedMs });
    expect(healedMs).toBeLessThan(35_000);
    expect(connects).toBe(1);
  });
});

/** One client does not hear one event, after which nothing else happens in the room. */
async function loseTheLastEvent(api: ApiUnderFault) {
  const { room, clients } = await api.conversation(2);
  const [writer, witness] = clients;
  if (!writer || !witness) {
    throw new Error('There are two');
  }
  const proxy = await api.ownProxy();
  const reader = new ChatClient(witness.person.at(proxy.url), room.id);
  await api.enter(reader);
  proxy.loseAnswers();
  const last = await writer.say('the last word');
  while (witness.replica.applied < last.change) {
    await sleep(20);
  }
  await sleep(500);
  proxy.hearAnswers();
  const lostAt = performance.now();
  if (reader.replica.applied === last.change) {
    throw new Error('The event was not lost');
  }
  while (reader.replica.applied < last.change && performance.now() - lostAt < 40_000) {
    await sleep(50);
  }
  return { healedMs: Math.round(performance.now() - lostAt), connects: reader.connects };
}

/** @returns `seq id` of each message, as soon as there are so many */
async function untilStored(api: ApiUnderFault, roomId: string, count: number): Promise<string[]> {
  const rows = await api.query<{ id: string; seq: number }>(
    'SELECT id, seq FROM messages WHERE room_id = $1 ORDER BY seq',
    [roomId],
  );
  if (rows.length < count) {
    await sleep(20);
    return untilStored(api, roomId, count);
  }
  return rows.map(({ id, seq }) => `${seq} ${id}`);
}
