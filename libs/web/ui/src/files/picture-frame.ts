import type { FileInfo } from '@parley/contracts';

/** How large something is shown, before it is there. In pixels of the page. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

export type Measured = Pick<FileInfo, 'mime'> & Partial<Pick<FileInfo, 'width' | 'height'>>;

const MOST: Frame = { width: 400, height: 320 };
/** Smaller ones are hard to hit. */
const LEAST = 96;
const UNKNOWN_PICTURE: Frame = { width: 320, height: 240 };
const UNKNOWN_VIDEO: Frame = { width: 400, height: 225 };
const GRID_WIDTH = 400;
const GAP = 4;

/** Of one picture or video alone. */
export function frameOf({ mime, width, height }: Measured): Frame {
  if (!width || !height) {
    return mime.startsWith('video/') ? UNKNOWN_VIDEO : UNKNOWN_PICTURE;
  }
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return {
    width: Math.max(LEAST, Math.round(width * scale)),
    height: Math.max(LEAST, Math.round(height * scale)),
  };
}

/** Into how many columns several pictures go. */
export function columnsFor(count: number): number {
  return count === 2 || count === 4 ? 2 : 3;
}

/** Of all pictures of a message together. */
export function galleryFrame(files: readonly Measured[]): Frame {
  const [first] = files;
  if (!first) {
    return { width: 0, height: 0 };
  }
  if (files.length === 1) {
    return frameOf(first);
  }
  const columns = columnsFor(files.length);
  const rows = Math.ceil(files.length / columns);
  const side = (GRID_WIDTH - GAP * (columns - 1)) / columns;
  return { width: GRID_WIDTH, height: Math.round(rows * side + GAP * (rows - 1)) };
}
