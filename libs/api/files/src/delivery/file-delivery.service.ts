import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { fileKindOf, type FileSignature } from '@parley/contracts';
import { FileRepository } from '../file.repository.js';
import { FileUrls } from '../file-urls.js';
import { type ByteRange, FileStore } from '../store/file-store.js';

/** Bytes that may be handed out, and how. */
export interface Deliverable {
  hash: string;
  name: string;
  mime: string;
  size: number;
  /** Shown or played in place; everything else is only ever saved. */
  isShown: boolean;
}

const previewOf = (name: string) => `${name.replace(/\.[^.]*$/, '')}.webp`;

/** Files for those who have an address of them. */
@Injectable()
export class FileDeliveryService {
  constructor(
    private readonly files: FileRepository,
    private readonly urls: FileUrls,
    private readonly store: FileStore,
  ) {}

  /** @throws DomainError `file.not-found`, `file.link-expired` */
  async original(id: string, signature: FileSignature): Promise<Deliverable> {
    const { sha256, name, mime, size } = await this.require(id, signature);
    const isShown = fileKindOf(mime) !== 'document';
    // A browser is not told what a page or a program is: it could have the idea to run it.
    return { hash: sha256, name, size, isShown, mime: isShown ? mime : 'application/octet-stream' };
  }

  /** @throws DomainError `file.not-found`, also for what has none, `file.link-expired` */
  async preview(
    id: string,
    signature: FileSignature,
  ): Promise<{ hash: string; bytes: Buffer; name: string }> {
    const { previewSha256, name } = await this.require(id, signature);
    const bytes = previewSha256 === null ? null : await this.store.read(previewSha256);
    if (previewSha256 === null || bytes === null) {
      throw new DomainError('file.not-found');
    }
    return { hash: previewSha256, bytes, name: previewOf(name) };
  }

  /** @throws DomainError `file.not-found` when they have been removed since */
  async open(hash: string, range?: ByteRange): Promise<Readable> {
    const stream = await this.store.open(hash, range);
    if (!stream) {
      throw new DomainError('file.not-found');
    }
    return stream;
  }

  private async require(id: string, signature: FileSignature) {
    this.urls.verify(id, signature);
    const file = await this.files.find(id);
    if (!file) {
      throw new DomainError('file.not-found');
    }
    return file;
  }
}
