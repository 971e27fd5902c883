/** Sorts of files, as they are shown. `image`: pictures that browsers can show; `media`: sound and video. */
export const fileKinds = ['image', 'media', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a browser shows or plays in place. Everything else is only ever saved. */
const playable = [
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/webm',
  'audio/wav',
  'audio/flac',
];
const showable = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** @param mime of a `FileInfo` */
export function fileKindOf(mime: string): FileKind {
  if (showable.includes(mime)) {
    return 'image';
  }
  return playable.includes(mime) ? 'media' : 'document';
}
