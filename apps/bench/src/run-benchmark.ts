import { cpus } from 'node:os';
import type { Options, ScenarioName } from './options.js';
import { checksOf } from './report/checks.js';
import type { Comparison, Results } from './report/results.js';
import type { ChatFigures } from './load/measurement.js';
import { History } from './scenarios/history.js';
import { memoryPerIdleSocket } from './scenarios/idle.js';
import { type PresenceFigures, talkAmongBystanders } from './scenarios/presence.js';
import { talkAtPace, talkInTurns } from './scenarios/talking.js';
import { BareSubject } from './servers/bare-subject.js';
import { isPinned } from './servers/core-pinning.js';
import { ProductSubject } from './servers/product-subject.js';
import type { Subject } from './servers/subject.js';

const TALKERS = 10;
const OPEN_LOAD = { people: 100, messagesPerSecond: 20 };
const MANY_ROOMS = { rooms: 100, peoplePerRoom: 5 };

type Say = (line: string) => void;

/** Starts both servers, runs what is wanted on them in turns, and stops them whatever happens. */
export async function runBenchmark(options: Options, say: Say): Promise<Results> {
  const bare = await BareSubject.start();
  const profiling = options.profile === undefined ? [] : profilingInto(options.profile);
  const product = await ProductSubject.start(profiling).catch(async (error: unknown) => {
    await bare.stop();
    throw error;
  });
  // Ctrl-C must not leave servers behind.
  process.once('SIGINT', () => {
    void Promise.all([bare.stop(), product.stop()]).finally(() => process.exit(130));
  });
  try {
    return await new Run(options, bare, product, say).all();
  } finally {
    await Promise.all([bare.stop(), product.stop()]);
  }
}

function profilingInto(directory: string): string[] {
  return ['--cpu-prof', `--cpu-prof-dir=${directory}`];
}

class Run {
  constructor(
    private readonly options: Options,
    private readonly bare: BareSubject,
    private readonly product: ProductSubject,
    private readonly say: Say,
  ) {}

  async all(): Promise<Results> {
    const { seconds } = this.options;
    const measured = {
      machine: {
        ...{ processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version, isPinned },
      },
      seconds,
      measuredFrom: Number(process.hrtime.bigint() / 1_000n),
      // The memory of a server that has not done anything yet is the steadiest.
      idle: await this.ifWanted('idle', () => this.idle()),
      room: await this.ifWanted('room', () => this.rooms()),
      open: await this.ifWanted('open', () => this.openLoad()),
      many: await this.ifWanted('many', () => this.manyRooms()),
      presence: await this.ifWanted('presence', () => this.presence()),
      history: await this.ifWanted('history', () => this.history()),
    };
    return { ...measured, checks: checksOf(measured) };
  }

  private async ifWanted<T>(name: ScenarioName, measure: () => Promise<T[]>): Promise<T[]> {
    return this.options.scenarios.includes(name) ? measure() : [];
  }

  private async rooms(): Promise<Comparison[]> {
    const comparisons: Comparison[] = [];
    for (const people of this.options.people) {
      const talk = { rooms: 1, peoplePerRoom: people, seconds: this.options.seconds };
      comparisons.push(
        await this.compare(`room of ${people}`, people, (subject) => talkInTurns(subject, talk, TALKERS)),
      );
    }
    return comparisons;
  }

  private async openLoad(): Promise<Comparison[]> {
    const { people, messagesPerSecond } = OPEN_LOAD;
    const talk = { rooms: 1, peoplePerRoom: people, seconds: this.options.seconds };
    const shape = `${people} people, ${messagesPerSecond} messages/s`;
    return [await this.compare(shape, people, (subject) => talkAtPace(subject, talk, messagesPerSecond))];
  }

  private async manyRooms(): Promise<Comparison[]> {
    const { rooms, peoplePerRoom } = MANY_ROOMS;
    const talk = { rooms, peoplePerRoom, seconds: this.options.seconds };
    const people = rooms * peoplePerRoom;
    const shape = `${people} people in ${rooms} rooms`;
    return [await this.compare(shape, people, (subject) => talkInTurns(subject, talk, peoplePerRoom))];
  }

  private async presence(): Promise<PresenceFigures[]> {
    this.say('a room among 1 000 people …');
    await this.product.tidy();
    return [await talkAmongBystanders(this.product, this.options.seconds)];
  }

  private async idle(): Promise<Results['idle']> {
    this.say('idle sockets …');
    const bare = await memoryPerIdleSocket(this.bare);
    return [{ bare, parley: await memoryPerIdleSocket(this.product) }];
  }

  private async history(): Promise<Results['history']> {
    this.say('history …');
    const history = await History.of(this.product);
    try {
      return [
        { place: 'newest', figures: await history.newest(this.options.seconds) },
        { place: 'deep', figures: await history.deep(this.options.seconds) },
      ];
    } finally {
      history.close();
    }
  }

  private async compare(
    shape: string,
    people: number,
    measure: (subject: Subject) => Promise<ChatFigures>,
  ): Promise<Comparison> {
    this.say(`${shape} …`);
    await this.product.tidy();
    return { shape, people, bare: await measure(this.bare), parley: await measure(this.product) };
  }
}
