import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, derivedKey, DomainError } from '@parley/api-core';
import type { FileInfo, FileSignature } from '@parley/contracts';
import type { FileRecord } from './file-record.js';

/** Where files are fetched from, below the address of the server. */
const ADDRESS = '/api/files';
/** Seconds for which everybody gets the same address of a file: so long it is good at least, and twice at most. */
const PERIOD = 6 * 60 * 60;

/**
 * Addresses that open a file to whoever has them, for some hours. They are made for those who may see it, and all
 * servers of one installation make the same.
 */
@Injectable()
export class FileUrls {
  private readonly key: Buffer;

  constructor(config: AppConfig) {
    this.key = derivedKey(config, 'files');
  }

  /** The file as it is shown, for somebody who may see it. */
  toFileInfo({ id, name, mime, size, ...record }: FileRecord): FileInfo {
    const expiry = (Math.floor(Date.now() / 1000 / PERIOD) + 2) * PERIOD;
    const signature = `?exp=${expiry}&sig=${this.sign(id, expiry).toString('base64url')}`;
    const { hasPreview, ...about } = record;
    return {
      ...{ id, name, mime, size, ...about },
      url: `${ADDRESS}/${id}${signature}`,
      ...(hasPreview && { previewUrl: `${ADDRESS}/${id}/preview${signature}` }),
    };
  }

  /** @throws DomainError `file.not-found` for what is not ours, `file.link-expired` */
  verify(id: string, { exp, sig }: FileSignature): void {
    const given = Buffer.from(sig, 'base64url');
    const signature = this.sign(id, exp);
    if (given.length !== signature.length || !timingSafeEqual(given, signature)) {
      throw new DomainError('file.not-found');
    }
    if (exp * 1000 < Date.now()) {
      throw new DomainError('file.link-expired');
    }
  }

  private sign(id: string, expiry: number): Buffer {
    return createHmac('sha256', this.key).update(`${id} ${expiry}`).digest().subarray(0, 24);
  }
}
