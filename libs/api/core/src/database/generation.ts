import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * The identity of the data. Whoever restores a backup gives the database another one, and clients drop
 * what they remember of the one before.
 */
@Injectable()
export class Generation {
  private known: Promise<string> | undefined;

  constructor(private readonly database: DataSource) {}

  current(): Promise<string> {
    this.known ??= this.read().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  private async read(): Promise<string> {
    const rows = await this.database.query<{ generation: string }[]>('SELECT generation FROM instance');
    return rows[0]?.generation ?? '';
  }
}
