import { inject, Service } from '@angular/core';
import type { FileInfo } from '@parley/contracts';
import { Session } from '../session/session';
import { sendAtOnce } from './plain-upload';

/** Larger files are sent so that they can go on where they stopped. */
const RESUMABLE_FROM = 8 * 1_048_576;

export interface Upload {
  readonly name: string;
  readonly bytes: Blob;
  /** Of sound and video, where it is known. */
  readonly durationMs?: number;
  /** Where an earlier attempt has begun. */
  readonly uploadUrl?: string;
}

export interface UploadWatch {
  /** Ends it; what was sent of it is of no use to anybody and goes by itself. */
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly progressed: (part: number) => void;
  /** A large file can go on from here later; empty when it cannot any more. */
  readonly begun?: (uploadUrl: string) => void;
}

/** Brings files to the server, before they belong to anything. */
@Service()
export class FileUploads {
  private readonly session = inject(Session);

  /** @throws ProblemError when the server refused it, and anything else when nobody knows */
  async send(upload: Upload, watch: UploadWatch): Promise<FileInfo> {
    const token = (): Promise<string | null> => this.session.token();
    if (upload.bytes.size < RESUMABLE_FROM) {
      return sendAtOnce(upload, watch, token);
    }
    const { sendInParts } = await import('./resumable-upload');
    return sendInParts(upload, watch, token);
  }
}
