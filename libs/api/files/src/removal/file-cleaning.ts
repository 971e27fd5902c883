import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Jobs, Transactions } from '@parley/api-core';
import { KeptBytes } from '../bytes/kept-bytes.js';
import { TemporaryFiles } from '../uploads/temporary-files.js';
import { BYTES_RELEASED, FILES_SWEEP } from './file-jobs.js';
import { FileSweep } from './file-sweep.js';

/** Milliseconds. Every server asks for it, and one of them does it. */
const EVERY = 3_600_000;
/** Milliseconds that somebody has to put what they uploaded to use. */
const PATIENCE = 24 * 3_600_000;

/** When files are removed, and who does it. */
@Injectable()
export class FileCleaning implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(FileCleaning.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly bytes: KeptBytes,
    private readonly sweep: FileSweep,
    private readonly temporary: TemporaryFiles,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(BYTES_RELEASED, ({ payload }) => this.bytes.removeUnused(payload.hashes));
    this.jobs.handle(FILES_SWEEP, () => this.sweep.sweep(new Date(Date.now() - PATIENCE)));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.ask(), EVERY).unref();
    void this.ask();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async ask(): Promise<void> {
    try {
      await this.temporary.sweep(new Date(Date.now() - PATIENCE));
      await this.transactions.run(() => this.jobs.add(FILES_SWEEP, {}, 'sweep'));
    } catch (error) {
      this.logger.warn({ error }, 'Files were not cleaned up');
    }
  }
}
