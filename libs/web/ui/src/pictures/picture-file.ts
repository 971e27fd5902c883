import { limits } from '@parley/contracts/constants';

/** What a field for pictures lets one choose; the server looks at the bytes. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/avif,image/gif';

const A_MEGABYTE = 1_048_576;

/** The most that a picture may have, in megabytes. */
export const PICTURE_MEGABYTES = limits.picture.bytes / A_MEGABYTE;

export function isTooLargePicture({ size }: File): boolean {
  return size > limits.picture.bytes;
}
