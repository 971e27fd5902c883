import { Injectable } from '@nestjs/common';
import { IsNull, type Repository } from 'typeorm';
import { Transactions } from '../database/transactions.js';
import { JobEntity } from './job.entity.js';

export type NewJob = Pick<JobEntity, 'id' | 'kind' | 'dedupeKey' | 'payload'> &
  Partial<Pick<JobEntity, 'dueAt'>>;
export type ClaimedJob = Pick<JobEntity, 'id' | 'kind' | 'payload' | 'attempts'>;

@Injectable()
export class JobRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Does nothing when the same waits already. */
  async insert(job: NewJob): Promise<void> {
    await this.table.createQueryBuilder().insert().values(job).orIgnore().execute();
  }

  /**
   * Takes the job that has waited longest, which nobody else can take from here on.
   * @param lease milliseconds after which whoever took it is taken for dead
   */
  async claim(kinds: readonly string[], lease: number): Promise<ClaimedJob | undefined> {
    const [rows] = await this.transactions.manager.query<[ClaimedJob[], number]>(
      `UPDATE jobs SET attempts = attempts + 1, due_at = now() + $2 * interval '1 millisecond'
       WHERE id = (
         SELECT id FROM jobs WHERE failed_at IS NULL AND due_at <= now() AND kind = ANY($1)
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
       ) RETURNING id, kind, payload, attempts`,
      [kinds, lease],
    );
    return rows[0];
  }

  /** Only by who took it last: somebody who was taken for dead changes nothing any more. */
  async remove({ id, attempts }: ClaimedJob): Promise<void> {
    await this.table.delete({ id, attempts });
  }

  async postpone({ id, attempts }: ClaimedJob, delay: number): Promise<void> {
    await this.table.update({ id, attempts }, { dueAt: new Date(Date.now() + delay) });
  }

  async giveUp({ id, attempts }: ClaimedJob): Promise<void> {
    await this.table.update({ id, attempts }, { failedAt: new Date() });
  }

  /** Milliseconds until the next one is due; negative when it is overdue, undefined when there is none. */
  async nextIn(): Promise<number | undefined> {
    const next = await this.table.findOne({
      select: { id: true, dueAt: true },
      where: { failedAt: IsNull() },
      order: { dueAt: 'ASC' },
    });
    return next ? next.dueAt.getTime() - Date.now() : undefined;
  }

  private get table(): Repository<JobEntity> {
    return this.transactions.repository(JobEntity);
  }
}
