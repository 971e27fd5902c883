import { setTimeout as sleep } from 'node:timers/promises';
import type { Subject } from '../servers/subject.js';
import { Histogram, type Latency } from './histogram.js';
import type { OccupiedRoom } from './occupied-room.js';

/** Milliseconds in which both sides become as fast as they get: much code is compiled again while it runs. */
const WARM_UP = 5_000;
/** Milliseconds that the last messages have to arrive. */
const ARRIVAL_PATIENCE = 5_000;

/** Rates are a second, latencies in milliseconds, CPU in percent of one core. */
export interface ChatFigures {
  accepted: number;
  deliveries: number;
  messagesPerFrame: number;
  sendToDeliver: Latency;
  sendToAck: Latency;
  serverCpu: number;
  databaseCpu: number;
  loadCpu: number;
  refused: number;
  lost: number;
  doubled: number;
}

interface Totals {
  at: number;
  accepted: number;
  deliveries: number;
  frames: number;
  server: number;
  database: number;
  load: number;
}

/** Measures rooms in which people talk; everything that was said is followed to its end. */
export class Measurement {
  constructor(
    private readonly subject: Subject,
    private readonly rooms: readonly OccupiedRoom[],
  ) {}

  /** @param talk goes on until it is told to stop */
  async run(seconds: number, talk: (isOver: () => boolean) => Promise<unknown>): Promise<ChatFigures> {
    let isOver = false;
    const talking = talk(() => isOver);
    // Whoever talks talks on, unless something breaks.
    await Promise.race([sleep(WARM_UP), talking]);
    this.rooms.forEach(({ ledger }) => {
      ledger.sendToAck.clear();
      ledger.sendToDeliver.clear();
    });
    const before = this.totals();
    await Promise.race([sleep(seconds * 1_000), talking]);
    const after = this.totals();
    const latencies = {
      sendToDeliver: this.latency(({ ledger }) => ledger.sendToDeliver),
      sendToAck: this.latency(({ ledger }) => ledger.sendToAck),
    };
    isOver = true;
    await talking;
    await this.arrival();
    return { ...ratesBetween(before, after), ...latencies, ...this.faults() };
  }

  private totals(): Totals {
    const { user, system } = process.cpuUsage();
    return {
      at: performance.now() / 1_000,
      accepted: this.sum(({ ledger }) => ledger.accepted),
      deliveries: this.sum(({ ledger }) => ledger.delivered),
      frames: this.sum(({ frameCount }) => frameCount),
      ...this.subject.cpuTimes(),
      load: (user + system) / 1e6,
    };
  }

  private async arrival(): Promise<void> {
    const deadline = performance.now() + ARRIVAL_PATIENCE;
    while (performance.now() < deadline && !this.rooms.every(({ ledger }) => ledger.isComplete)) {
      await sleep(20);
    }
    // What comes twice comes right behind.
    await sleep(200);
  }

  private faults(): Pick<ChatFigures, 'refused' | 'lost' | 'doubled'> {
    return {
      refused: this.sum(({ refused }) => refused),
      lost: this.sum(({ ledger }) => ledger.lost),
      doubled: this.sum(({ ledger }) => ledger.doubled),
    };
  }

  private latency(histogramOf: (room: OccupiedRoom) => Histogram): Latency {
    return Histogram.of(this.rooms.map(histogramOf)).percentiles;
  }

  private sum(number: (room: OccupiedRoom) => number): number {
    return this.rooms.reduce((total, room) => total + number(room), 0);
  }
}

function ratesBetween(before: Totals, after: Totals) {
  const rate = (key: keyof Totals) => (after[key] - before[key]) / (after.at - before.at);
  return {
    accepted: rate('accepted'),
    deliveries: rate('deliveries'),
    messagesPerFrame: rate('accepted') / rate('frames'),
    serverCpu: rate('server') * 100,
    databaseCpu: rate('database') * 100,
    loadCpu: rate('load') * 100,
  };
}
