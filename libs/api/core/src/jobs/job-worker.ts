import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { DomainEvents } from '../events/domain-events.js';
import { JobAdded } from './job.js';
import { type ClaimedJob, JobRepository } from './job.repository.js';
import { Jobs } from './jobs.js';

/** Jobs that are worked on at the same time: one that waits for another computer does not stop the rest. */
const LANES = 4;
/** Milliseconds after which somebody else takes over a job whose worker has not said anything. */
const LEASE = 120_000;
/** Milliseconds after which an idle worker looks for what other servers have left behind. */
const LONGEST_SLEEP = 60_000;
/** Milliseconds before the second attempt; each later one waits four times as long as the one before. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 3_600_000;
const MOST_ATTEMPTS = 12;

export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 4 ** (attempts - 1), LONGEST_PAUSE);
}

/**
 * Does the jobs of this server, and those of servers that died. Wakes up when one is committed here or becomes
 * due: an idle server asks the database once a minute.
 */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobWorker.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isWanted = false;
  private hasEnded = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly repository: JobRepository,
    private readonly events: DomainEvents,
  ) {}

  onApplicationBootstrap(): void {
    // Without waiting: whoever asked for the job is answered first.
    this.events.on(JobAdded, () => void this.wake());
    void this.wake();
  }

  /** What has begun is finished, while there still is a database; the rest waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.hasEnded = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Works until nothing is due. Once at a time; who asks meanwhile makes it look again. */
  wake(): Promise<void> {
    this.isWanted = true;
    this.running ??= this.run().finally(() => this.rest());
    return this.running;
  }

  /** Somebody may have asked while it was going to sleep. */
  private rest(): void {
    this.running = undefined;
    if (this.isWanted && !this.hasEnded) {
      void this.wake();
    }
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    try {
      while (this.isWanted && !this.hasEnded) {
        this.isWanted = false;
        await Promise.all(Array.from({ length: LANES }, () => this.work()));
      }
      this.sleep((await this.repository.nextIn()) ?? LONGEST_SLEEP);
    } catch (error) {
      // The database is away. The jobs are in it, and wait.
      this.logger.warn(`Jobs cannot be read: ${String(error)}`);
      this.sleep(FIRST_PAUSE);
    }
  }

  private sleep(milliseconds: number): void {
    if (!this.hasEnded) {
      const pause = Math.min(Math.max(milliseconds, 100), LONGEST_SLEEP);
      this.timer = setTimeout(() => void this.wake(), pause).unref();
    }
  }

  private async work(): Promise<void> {
    for (let job = await this.next(); job; job = await this.next()) {
      await this.attempt(job);
    }
  }

  private async next(): Promise<ClaimedJob | undefined> {
    return this.hasEnded ? undefined : this.repository.claim(this.jobs.kinds, LEASE);
  }

  private async attempt(job: ClaimedJob): Promise<void> {
    const { id, kind, payload, attempts } = job;
    try {
      await this.jobs.handlerOf(kind)?.({ id, payload: payload as never, attempt: attempts });
      await this.repository.remove(job);
    } catch (error) {
      await this.failed(job, error);
    }
  }

  private async failed(job: ClaimedJob, error: unknown): Promise<void> {
    const { id, kind, attempts } = job;
    const isLast = attempts >= MOST_ATTEMPTS;
    this.logger[isLast ? 'error' : 'warn'](`Job ${kind} ${id}, attempt ${attempts}: ${String(error)}`);
    await (isLast ? this.repository.giveUp(job) : this.repository.postpone(job, pauseAfter(attempts)));
  }
}
