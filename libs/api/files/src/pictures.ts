import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { limits } from '@parley/contracts';
import sharp from 'sharp';
import { FileStore } from './store/file-store.js';
import { KeptBytes } from './bytes/kept-bytes.js';
import { ImageWork } from './images/image-work.js';
import { imageTypeOf } from './image-type.js';

const QUALITY = 82;
const PATIENCE_SECONDS = 5;

/**
 * Small square pictures of people and rooms. What is uploaded is never given to anybody: it is decoded, cut and
 * encoded anew, so nothing else that was in the file is left, such as where a photograph was taken.
 */
@Injectable()
export class Pictures {
  constructor(
    private readonly bytes: KeptBytes,
    private readonly store: FileStore,
    private readonly work: ImageWork,
  ) {}

  /**
   * @returns under which hash it is kept
   * @throws DomainError `file.type-not-allowed`, `file.unreadable`
   */
  async keep(upload: Buffer): Promise<string> {
    if (imageTypeOf(upload) === null) {
      throw new DomainError('file.type-not-allowed');
    }
    return this.bytes.put(await this.work.inTurn(() => square(upload)));
  }

  /** The bytes of a picture, as WebP. @throws DomainError `file.not-found` */
  async read(hash: string): Promise<Buffer> {
    const bytes = await this.store.read(hash);
    if (!bytes) {
      throw new DomainError('file.not-found');
    }
    return bytes;
  }
}

async function square(upload: Buffer): Promise<Buffer> {
  const { side, pixels } = limits.picture;
  try {
    return await sharp(upload, { limitInputPixels: pixels, failOn: 'error' })
      .autoOrient()
      .resize(side, side, { fit: 'cover' })
      .webp({ quality: QUALITY })
      .timeout({ seconds: PATIENCE_SECONDS })
      .toBuffer();
  } catch (cause) {
    // Broken, too large once it is decoded, or too slow to decode.
    throw new DomainError('file.unreadable', { cause });
  }
}
