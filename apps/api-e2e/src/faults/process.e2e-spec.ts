import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiUnderFault } from '../support/api-under-fault.js';
import { checkInvariants, report } from '../support/invariants.js';

jest.setTimeout(60_000);

const WRITERS = 20;
/** Milliseconds between two messages of one writer. */
const PAUSE = 60;

describe('a server that ends under load', () => {
  let api: ApiUnderFault;

  beforeEach(async () => {
    api = await ApiUnderFault.start();
  });

  afterEach(() => api.stop());

  /** @returns milliseconds until the server was back, each time */
  const endAgainAndAgain = async (signal: 'SIGKILL' | 'SIGTERM', times: number) => {
    const conversation = await api.conversation(WRITERS);
    let isOver = false;
    const writers = conversation.clients.map((client, place) =>
      client.talkUntil(() => isOver, PAUSE, place % 4 ? 'socket' : 'http'),
    );
    const backAfter: number[] = [];
    const exits: (number | null)[] = [];
    for (let time = 1; time <= times; time += 1) {
      await sleep(1_500);
      const { exited } = api.server;
      backAfter.push(Math.round(await api.restart(signal)));
      exits.push(await exited);
    }
    await sleep(1_000);
    isOver = true;
    await Promise.all(writers);
    return { conversation, backAfter, exits };
  };

  it('F1: killed again and again, has all that it acknowledged, once, and everybody sees the same', async () => {
    const { conversation, backAfter } = await endAgainAndAgain('SIGKILL', 3);

    const figures = await checkInvariants(conversation, api.query);

    await report('F1', { kills: 3, writers: WRITERS, backAfterMs: backAfter, ...figures });
    expect(figures.acknowledged).toBeGreaterThan(WRITERS);
    expect(figures.outcomes['no-answer']).toBeGreaterThan(0);
  });

  it('F3: told to stop, finishes what it has begun, says why, and ends well', async () => {
    const { conversation, backAfter, exits } = await endAgainAndAgain('SIGTERM', 2);

    const figures = await checkInvariants(conversation, api.query);

    await report('F3', { restarts: 2, writers: WRITERS, backAfterMs: backAfter, ...figures });
    expect(exits).toEqual([0, 0]);
    for (const { closed } of conversation.clients) {
      expect(closed).toEqual(['server-restart', 'server-restart']);
    }
  });
});
