import { inject, Service } from '@angular/core';
import { LocalDatabase, type StoredAttachment } from '@parley/web-core';

/** So much of all that waits is kept on the disk; beyond it files live as long as the page. */
const MOST_BYTES = 300 * 1_048_576;

/** The files on their way, on the disk of this device. */
@Service()
export class AttachmentStorage {
  private readonly database = inject(LocalDatabase);
  private readonly table = this.database.attachments;

  /** Nothing without storage. What was about to be sent when the page went is in its box again. */
  async all(): Promise<StoredAttachment[]> {
    try {
      const [saved, waiting] = await Promise.all([
        this.table.toArray(),
        this.database.outbox.toCollection().primaryKeys(),
      ]);
      const sending = new Set(waiting);
      return saved.map((file) => (sending.has(file.messageId) ? file : { ...file, messageId: '' }));
    } catch {
      return [];
    }
  }

  async of(messageId: string): Promise<StoredAttachment[]> {
    return this.table
      .where({ messageId })
      .toArray()
      .catch(() => []);
  }

  /** As it is on the disk: another tab may have gone on with it. */
  async get(id: string): Promise<StoredAttachment | undefined> {
    return this.table.get(id).catch(() => undefined);
  }

  /** @returns whether it survives the page now */
  async keep(attachment: StoredAttachment, others: readonly StoredAttachment[]): Promise<boolean> {
    const kept = others.reduce((sum, { size }) => sum + size, attachment.size);
    if (kept > MOST_BYTES) {
      return false;
    }
    return this.table.put(attachment).then(
      () => true,
      () => false,
    );
  }

  async change(id: string, news: Partial<StoredAttachment>): Promise<void> {
    await this.table.update(id, news).catch(() => undefined);
  }

  async delete(ids: readonly string[]): Promise<void> {
    await this.table.bulkDelete([...ids]).catch(() => undefined);
  }
}
