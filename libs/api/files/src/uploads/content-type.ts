import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

const UNKNOWN = 'application/octet-stream';
/** Bytes at the beginning by which text is recognised. */
const SAMPLE = 4096;

/** One name each, of those that are in use. */
const usualNames: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/opus': 'audio/ogg',
  'image/apng': 'image/png',
};

/** Containers that may hold sound alone, which looking at their beginning does not tell. */
const mayBeSound: Readonly<Record<string, string>> = {
  'video/webm': 'audio/webm',
  'video/mp4': 'audio/mp4',
  'application/ogg': 'audio/ogg',
  'video/ogg': 'audio/ogg',
};

/**
 * What bytes are, by what is in them. Who sent them is believed in one thing: whether there is only sound in what
 * could have a picture as well, since both are played.
 */
export async function contentTypeOf(path: string, declared: string | undefined): Promise<string> {
  const found = await fileTypeFromFile(path);
  const [type = ''] = (found?.mime ?? '').split(';');
  if (type === '') {
    return (await isText(path)) ? 'text/plain' : UNKNOWN;
  }
  const sound = mayBeSound[type];
  return sound !== undefined && declared?.startsWith('audio/') ? sound : (usualNames[type] ?? type);
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    const sample = buffer.subarray(0, bytesRead);
    // A character may be cut in two at the end of the sample.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: bytesRead === SAMPLE });
    return !sample.includes(0);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
