import type { FileInfo } from '@parley/contracts';
import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import { ProblemError } from '../errors/problem-error';
import type { Upload, UploadWatch } from './file-uploads';
import { fileFrom, UploadInterrupted } from './upload-answer';

const ENDPOINT = '/api/files/tus';
const RETRY_DELAYS_MS = [500, 2_000, 5_000, 10_000];

/** By the tus protocol: after a break, also of the page, only what is missing is sent. */
export async function sendInParts(
  { name, bytes, durationMs, uploadUrl }: Upload,
  { signal, progressed, begun }: UploadWatch,
  token: () => Promise<string | null>,
): Promise<FileInfo> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const upload = new TusUpload(bytes, {
      endpoint: ENDPOINT,
      ...(uploadUrl && { uploadUrl }),
      metadata: {
        filename: name,
        filetype: bytes.type,
        ...(durationMs !== undefined && { durationMs: String(durationMs) }),
      },
      retryDelays: RETRY_DELAYS_MS,
      // Where it goes on is kept with the file.
      storeFingerprintForResuming: false,
      onBeforeRequest: async (request) => {
        const bearer = await token();
        if (bearer) {
          request.setHeader('authorization', `Bearer ${bearer}`);
        }
      },
      onProgress: (sent, total) => progressed(total > 0 ? sent / total : 0),
      onUploadUrlAvailable: () => upload.url && begun?.(upload.url),
      onSuccess: ({ lastResponse }) => settle(lastResponse.getBody(), true),
      onError: (error) => settle(bodyOf(error), false),
    });
    const settle = (body: string, isComplete: boolean): void => {
      try {
        resolve(fileFrom(body));
      } catch (error) {
        // Complete, but the answer was lost on the way; or the server does not know it any more.
        if (isComplete || error instanceof ProblemError) {
          begun?.('');
        }
        reject(error instanceof Error ? error : new UploadInterrupted());
      }
    };
    signal.addEventListener(
      'abort',
      () => {
        void upload.abort();
        reject(new DOMException('', 'AbortError'));
      },
      { once: true },
    );
    upload.start();
  });
}

/** What the server answered with; empty when nothing came. */
function bodyOf(error: Error): string {
  return error instanceof DetailedError ? (error.originalResponse?.getBody() ?? '') : '';
}
