import { Agent, get } from 'node:http';
import type { MessageWindow } from '@parley/contracts';
import { Histogram, type Latency } from '../load/histogram.js';
import type { ProductSubject } from '../servers/product-subject.js';

const MESSAGES = 100_000;
const PAGE = 50;
const AUTHORS = 50;
/** Requests that are on their way at the same time. */
const READERS = 16;
/** Seconds. */
const WARM_UP = 2;

export interface HistoryFigures {
  pages: number;
  latency: Latency;
  serverCpu: number;
  databaseCpu: number;
}

/** Pages a second from a long room, over connections that stay open. */
export class History {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: READERS });

  private constructor(
    private readonly subject: ProductSubject,
    private readonly path: string,
    private readonly token: string,
  ) {}

  static async of(subject: ProductSubject): Promise<History> {
    const people = await subject.population.signIn(AUTHORS);
    const roomId = await subject.population.openRoom(people);
    await subject.population.write(roomId, people, MESSAGES);
    await subject.tidy();
    const [reader] = people;
    const token = reader ? await subject.tokenOf(reader) : '';
    return new History(subject, `/api/chatrooms/${roomId}/messages`, token);
  }

  newest(seconds: number): Promise<HistoryFigures> {
    return this.measure(seconds, () => `?limit=${PAGE}`);
  }

  /** Anywhere in the room. */
  deep(seconds: number): Promise<HistoryFigures> {
    const before = () => PAGE + 1 + Math.floor(Math.random() * (MESSAGES - PAGE));
    return this.measure(seconds, () => `?limit=${PAGE}&before=${before()}`);
  }

  close(): void {
    this.agent.destroy();
  }

  private async measure(seconds: number, query: () => string): Promise<HistoryFigures> {
    await this.expectPage(query());
    await this.readFor(WARM_UP, query);
    const before = this.subject.cpuTimes();
    const start = performance.now();
    const latency = await this.readFor(seconds, query);
    const took = (performance.now() - start) / 1_000;
    const after = this.subject.cpuTimes();
    return {
      pages: latency.count / took,
      latency: latency.percentiles,
      serverCpu: ((after.server - before.server) / took) * 100,
      databaseCpu: ((after.database - before.database) / took) * 100,
    };
  }

  private async readFor(seconds: number, query: () => string): Promise<Histogram> {
    const latency = new Histogram();
    const end = performance.now() + seconds * 1_000;
    const read = async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await this.read(query());
        latency.record(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: READERS }, read));
    return latency;
  }

  private async expectPage(query: string): Promise<void> {
    const { items } = JSON.parse((await this.read(query)).toString()) as MessageWindow;
    if (items.length !== PAGE) {
      throw new Error(`A page has ${items.length} messages`);
    }
  }

  private read(query: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${this.token}` };
    return new Promise((resolve, reject) => {
      const request = get(
        this.subject.url + this.path + query,
        { agent: this.agent, headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const body = Buffer.concat(chunks);
            if (response.statusCode === 200) {
              resolve(body);
            } else {
              reject(new Error(body.toString()));
            }
          });
        },
      );
      request.once('error', reject);
    });
  }
}
