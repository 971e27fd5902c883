import { Injectable } from '@nestjs/common';
import type { Health } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { DomainError } from '../errors/domain-error.js';
import { ServerLifecycle } from '../lifecycle/server-lifecycle.js';
import { RedisNodes } from '../realtime/redis-nodes.js';

/** Milliseconds after which whoever asked had better ask again. */
const RETRY_AFTER = 1_000;

@Injectable()
export class HealthService {
  constructor(
    private readonly lifecycle: ServerLifecycle,
    private readonly database: DataSource,
    private readonly redis: RedisNodes,
  ) {}

  live(): Health {
    return { status: 'ok' };
  }

  /** @throws DomainError `server.unavailable`, with what is missing */
  async ready(): Promise<Health> {
    if (this.lifecycle.isStopping) {
      throw unavailable('The server is stopping');
    }
    await this.database.query('SELECT 1').catch((error: unknown) => {
      throw unavailable('The database does not answer', error);
    });
    await this.redis.ping().catch((error: unknown) => {
      throw unavailable('Redis does not answer', error);
    });
    return { status: 'ok' };
  }
}

function unavailable(detail: string, cause?: unknown): DomainError {
  return new DomainError('server.unavailable', { detail, cause, retryAfterMs: RETRY_AFTER });
}
