import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessTokens, AppConfig } from '@parley/api-core';
import { Population, type SignedIn } from './population.js';
import { cpuSeconds, cpuSecondsOfFamily, residentBytes } from './process-usage.js';
import { ProductDatabase } from './product-database.js';
import { ServerProcess } from './server-process.js';
import type { CpuTimes, Seat, Subject } from './subject.js';

const program = join(import.meta.dirname, '../../../api/dist/main.js');

/** Seconds: longer than any run, so that nobody has to renew a token in between. */
const TOKEN_LIFETIME = 3_600;

/** Parley as it is shipped, with its own database in a folder that goes with it. */
export class ProductSubject implements Subject {
  readonly name = 'parley';
  readonly population: Population;

  private constructor(
    private readonly process: ServerProcess,
    /** Where it keeps everything. */
    readonly dataDirectory: string,
    readonly database: ProductDatabase,
    private readonly tokens: AccessTokens,
  ) {
    this.population = new Population(database);
  }

  /** @param nodeFlags such as `--cpu-prof` */
  static async start(nodeFlags: readonly string[] = []): Promise<ProductSubject> {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'parley-bench-'));
    // PostgreSQL has a user of its own when we are root.
    await chmod(dataDirectory, 0o755);
    const settings = {
      ...{ PORT: '0', HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:3000', RATE_LIMITS: 'off' },
      ...{ DATA_DIR: dataDirectory, JWT_SECRET: randomBytes(32).toString('hex') },
    };
    try {
      const server = await ServerProcess.start([...nodeFlags, program], settings);
      const database = await ProductDatabase.open(dataDirectory);
      const config = AppConfig.fromEnv({ ...settings, DATABASE_URL: 'postgres://127.0.0.1' });
      const product = new ProductSubject(server, dataDirectory, database, new AccessTokens(config));
      await product.population.liveHere();
      return product;
    } catch (error) {
      await rm(dataDirectory, { recursive: true, force: true });
      throw error;
    }
  }

  get url(): string {
    return this.process.url;
  }

  tokenOf(person: SignedIn): Promise<string> {
    return this.tokens.sign(person, TOKEN_LIFETIME);
  }

  async seats(rooms: number, peoplePerRoom: number): Promise<Seat[][]> {
    const tables: Seat[][] = [];
    for (let room = 0; room < rooms; room += 1) {
      const people = await this.population.signIn(peoplePerRoom);
      const roomId = await this.population.openRoom(people);
      tables.push(await Promise.all(people.map((person) => this.seat(person, roomId))));
    }
    await this.tidy();
    return tables;
  }

  /** Does now what the database would else do in the background, during the next measurement. */
  async tidy(): Promise<void> {
    await this.database.run('VACUUM ANALYZE');
    await this.database.run('CHECKPOINT');
  }

  cpuTimes(): CpuTimes {
    return { server: cpuSeconds(this.process.pid), database: cpuSecondsOfFamily(this.database.pid) };
  }

  memory(): number {
    return residentBytes(this.process.pid);
  }

  async stop(): Promise<void> {
    await this.database.close();
    await this.process.stop();
    await rm(this.dataDirectory, { recursive: true, force: true });
  }

  private async seat(person: SignedIn, roomId: string): Promise<Seat> {
    return { url: this.process.url, roomId, auth: { token: await this.tokenOf(person) } };
  }
}
