import type { FileInfo } from '@parley/contracts';
import type { FileEntity } from './file.entity.js';

/**
 * What is shown of a file, without its addresses, which are made anew whenever it is read. What has files keeps
 * these beside it, so that reading them costs nothing: they never change.
 */
export interface FileRecord extends Omit<FileInfo, 'url' | 'previewUrl'> {
  hasPreview?: true;
}

export function toFileRecord(row: Omit<FileEntity, 'createdAt'>): FileRecord {
  const { id, name, mime, size, width, height, durationMs, thumbhash, previewSha256 } = row;
  return {
    ...{ id, name, mime, size },
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    ...(durationMs !== null && { durationMs }),
    ...(thumbhash !== null && { thumbhash }),
    ...(previewSha256 !== null && { hasPreview: true }),
  };
}
