import type { Readable } from 'node:stream';

/** What whoever sends a file says about it. None of it is believed without looking. */
export interface UploadWishes {
  name?: string;
  /** The type that it is said to have. */
  mime?: string;
  durationMs?: number;
}

export interface IncomingUpload extends UploadWishes {
  stream: Readable;
}
