import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { limits } from '@parley/contracts';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { ImageWork } from './image-work.js';

/** A picture as it is kept, and what else is made of it. */
export interface EncodedImage {
  mime: string;
  /** Of a name, with its dot. */
  ending: string;
  width: number;
  height: number;
  /** As WebP; of a moving picture the beginning. */
  preview: Buffer;
  /** In base64. */
  thumbhash: string;
}

interface Encoding {
  mime: string;
  ending: string;
  encode: (image: Sharp) => Sharp;
}

const QUALITY = 85;
const PREVIEW_QUALITY = 75;
const PATIENCE_SECONDS = 20;
/** The most that ThumbHash takes. */
const THUMB_SIDE = 100;

const webp: Encoding = {
  mime: 'image/webp',
  ending: '.webp',
  encode: (image) => image.webp({ quality: QUALITY }),
};
/** Kinds of pictures that are taken, and as what each is kept. */
const encodings: Readonly<Record<string, Encoding>> = {
  'image/jpeg': { mime: 'image/jpeg', ending: '.jpg', encode: (image) => image.jpeg({ quality: QUALITY }) },
  'image/png': { mime: 'image/png', ending: '.png', encode: (image) => image.png() },
  'image/gif': { mime: 'image/gif', ending: '.gif', encode: (image) => image.gif({ effort: 2 }) },
  'image/webp': webp,
  'image/avif': webp,
};

/**
 * Pictures that people send. What is uploaded is never given to anybody: it is decoded and encoded anew, so nothing
 * else that was in the file is left, such as where a photograph was taken.
 */
@Injectable()
export class Images {
  constructor(private readonly work: ImageWork) {}

  isImage(mime: string): boolean {
    return mime in encodings;
  }

  /**
   * @param target where the picture is written
   * @throws DomainError `file.unreadable` for what is broken, or too large or too slow to decode
   */
  encode(mime: string, source: string, target: string): Promise<EncodedImage> {
    const encoding = encodings[mime];
    if (!encoding) {
      throw new DomainError('file.type-not-allowed');
    }
    return this.work.inTurn(async () => {
      try {
        return await encode(encoding, source, target);
      } catch (cause) {
        throw new DomainError('file.unreadable', { cause });
      }
    });
  }
}

async function encode({ mime, ending, encode: as }: Encoding, source: string, target: string) {
  const { pages = 1 } = await sharp(source).metadata();
  // What moves is never turned: that is a thing of photographs.
  const original = pages > 1 ? open(source, true) : open(source, false).autoOrient();
  const written = await as(original).timeout({ seconds: PATIENCE_SECONDS }).toFile(target);
  const side = limits.file.previewSide;
  const preview = await open(target, false)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: PREVIEW_QUALITY })
    .timeout({ seconds: PATIENCE_SECONDS })
    .toBuffer();
  const { width, height } = sizeOf(written);
  return { mime, ending, width, height, preview, thumbhash: await thumbhashOf(preview) };
}

function open(path: string, animated: boolean): Sharp {
  return sharp(path, { limitInputPixels: limits.file.pixels, failOn: 'error', animated });
}

/** Of a moving picture all frames are below each other. */
function sizeOf({ width, height, pageHeight }: OutputInfo): { width: number; height: number } {
  return { width, height: pageHeight ?? height };
}

async function thumbhashOf(preview: Buffer): Promise<string> {
  const { data, info } = await sharp(preview)
    .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}
