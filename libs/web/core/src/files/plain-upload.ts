import type { FileInfo } from '@parley/contracts';
import type { Upload, UploadWatch } from './file-uploads';
import { fileFrom, UploadInterrupted } from './upload-answer';

/** In one request. Of all that browsers offer, only this kind of request tells how far it is. */
export async function sendAtOnce(
  { name, bytes, durationMs }: Upload,
  { signal, progressed }: UploadWatch,
  token: () => Promise<string | null>,
): Promise<FileInfo> {
  const body = new FormData();
  body.append('file', bytes, name);
  const bearer = await token();
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.upload.onprogress = ({ loaded, total }) => progressed(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new UploadInterrupted());
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    request.onload = () => {
      try {
        resolve(fileFrom(request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new UploadInterrupted());
      }
    };
    request.open('POST', `/api/files${durationMs === undefined ? '' : `?durationMs=${durationMs}`}`);
    if (bearer) {
      request.setRequestHeader('authorization', `Bearer ${bearer}`);
    }
    request.send(body);
  });
}
