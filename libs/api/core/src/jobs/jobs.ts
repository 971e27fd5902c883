import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Transactions } from '../database/transactions.js';
import { type JobHandler, type JobKind, JobAdded } from './job.js';
import { JobRepository } from './job.repository.js';

/**
 * Side work that must survive a crash. It is written in the transaction that causes it, so that there is
 * neither a mail about what was rolled back, nor a commit whose mail was forgotten.
 */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler<never>>();

  constructor(
    private readonly jobs: JobRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Inside of a transaction. Done at least once, some time after its commit.
   * @param dedupeKey what waits with the same kind and key is not added again
   * @param delay milliseconds before which it is not done
   */
  async add<Payload extends object>(
    kind: JobKind<Payload>,
    payload: Payload,
    dedupeKey: string = uuidv7(),
    delay = 0,
  ): Promise<void> {
    this.transactions.publish(new JobAdded(kind.name));
    const dueAt = new Date(Date.now() + delay);
    await this.jobs.insert({
      id: uuidv7(),
      kind: kind.name,
      payload,
      dedupeKey,
      ...(delay > 0 && { dueAt }),
    });
  }

  /** Says who does it. Once a kind, before the server has started. */
  handle<Payload extends object>(kind: JobKind<Payload>, handler: JobHandler<Payload>): void {
    this.handlers.set(kind.name, handler);
  }

  handlerOf(name: string): JobHandler<never> | undefined {
    return this.handlers.get(name);
  }

  get kinds(): string[] {
    return [...this.handlers.keys()];
  }
}
