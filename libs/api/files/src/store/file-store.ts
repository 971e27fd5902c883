import type { Readable } from 'node:stream';

/** Bytes that are to be kept: in memory, or a file of ours that may be taken away. */
export type ByteSource = { bytes: Buffer } | { path: string };

/** From one byte to another, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What bytes are called here: their SHA-256, in hexadecimal. */
const HASH = /^[0-9a-f]{64}$/;

export function isHash(name: string): boolean {
  return HASH.test(name);
}

/** Bytes under their hash: the same content is there once, and never changes. */
export abstract class FileStore {
  /**
   * Resolves when they are safe. A crash leaves either all of them or nothing.
   * @throws DomainError `server.storage-full`
   */
  abstract keep(hash: string, source: ByteSource): Promise<void>;

  abstract has(hash: string): Promise<boolean>;

  /** All at once. Null when there are none of this hash. */
  abstract read(hash: string): Promise<Buffer | null>;

  /** Null when there are none of this hash. */
  abstract open(hash: string, range?: ByteRange): Promise<Readable | null>;

  /** What is not there is removed already. */
  abstract remove(hash: string): Promise<void>;
}
