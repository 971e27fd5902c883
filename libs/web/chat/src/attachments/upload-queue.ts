import { inject, Service } from '@angular/core';
import type { FileInfo } from '@parley/contracts';
import { FileUploads, type StoredAttachment, type UploadWatch } from '@parley/web-core';

/** More at once would only make each of them slower. */
const AT_ONCE = 3;

/** A few uploads at a time; the others wait for their turn. */
@Service()
export class UploadQueue {
  private readonly uploads = inject(FileUploads);
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  async send(attachment: StoredAttachment, watch: UploadWatch): Promise<FileInfo> {
    await this.turn();
    try {
      watch.signal.throwIfAborted();
      return await this.uploads.send(attachment, watch);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= AT_ONCE) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
  }
}
