import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ReceiptRepository } from './receipt.repository.js';

/** An hour. Every server does it: whoever comes second finds nothing to do. */
const EVERY = 3_600_000;

/** Forgets the times of old receipts, a few at a time, so that nobody waits for it. */
@Injectable()
export class ReceiptPruning implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ReceiptPruning.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly receipts: ReceiptRepository) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.prune(), EVERY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async prune(): Promise<void> {
    try {
      while (await this.receipts.forgetOld()) {
        // There may be more.
      }
    } catch (error) {
      this.logger.warn({ error }, 'Old receipts were not forgotten');
    }
  }
}
