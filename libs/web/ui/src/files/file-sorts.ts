import type { FileInfo } from '@parley/contracts';
import { fileKindOf } from '@parley/contracts/constants';
import { galleryFrame, type Measured } from './picture-frame';
import { isVoiceMessage } from './voice-message';

/** How a file is shown. */
export type FileSort = 'picture' | 'video' | 'sound' | 'document';

const CARD_PX = 60;
const PLAYER_PX = 64;
const GAP_PX = 6;

export function sortOf(file: Pick<FileInfo, 'name' | 'mime'>): FileSort {
  const kind = fileKindOf(file.mime);
  if (kind === 'image') {
    return 'picture';
  }
  if (kind === 'document') {
    return 'document';
  }
  return file.mime.startsWith('audio/') || isVoiceMessage(file) ? 'sound' : 'video';
}

/** What can be seen goes together, and what can be heard, and the rest; each in the order it was sent. */
export function sorted<File extends Pick<FileInfo, 'name' | 'mime'>>(
  files: readonly File[],
): Record<'seen' | 'heard' | 'others', File[]> {
  const of = (...sorts: FileSort[]): File[] => files.filter((file) => sorts.includes(sortOf(file)));
  return { seen: of('picture', 'video'), heard: of('sound'), others: of('document') };
}

/** What must be known of a file to know how large it is shown. */
export type ShownFile = Measured & Pick<FileInfo, 'name'>;

/** How high the files of a message are on a wide enough page, in pixels. */
export function filesHeight(files: readonly ShownFile[]): number {
  if (files.length === 0) {
    return 0;
  }
  const { seen, heard, others } = sorted(files);
  const parts = [
    ...(seen.length > 0 ? [galleryFrame(seen).height] : []),
    ...heard.map(() => PLAYER_PX),
    ...others.map(() => CARD_PX),
  ];
  return parts.reduce((sum, part) => sum + part + GAP_PX, 0);
}
