import { randomUUID } from 'node:crypto';
import { RedisServer } from './redis-server.js';
import { RunningApi } from './running-api.js';

/** Two servers of one installation: one database, one Redis. */
export class TwoServers {
  private constructor(
    readonly redis: RedisServer,
    readonly first: RunningApi,
    readonly second: RunningApi,
  ) {}

  static async start(): Promise<TwoServers> {
    const redis = await RedisServer.start();
    const env = { REDIS_URL: redis.url, JWT_SECRET: randomUUID() };
    const first = await RunningApi.start({ env });
    return new TwoServers(redis, first, await RunningApi.start({ env, database: first.database }));
  }

  async stop(): Promise<void> {
    await this.second.stop();
    await this.first.stop();
    await this.redis.stop();
  }
}
