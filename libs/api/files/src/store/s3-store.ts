import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { type AppConfig, DomainError } from '@parley/api-core';
import { type ByteRange, type ByteSource, FileStore, isHash } from './file-store.js';

/** Milliseconds after which a store that is away, or full, may be asked again. */
const RETRY_AFTER = 5_000;
const full: readonly string[] = ['InsufficientStorage', 'QuotaExceeded', 'XMinioStorageFull'];

/** What is needed to reach a bucket. */
type S3Settings = Pick<
  AppConfig,
  'S3_ENDPOINT' | 'S3_REGION' | 'S3_BUCKET' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'
>;

/** Bytes in a bucket of any S3-compatible store, as `files/<hash>`. What is put there is there as a whole or not. */
export class S3Store extends FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(settings: S3Settings) {
    super();
    const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
    this.bucket = settings.S3_BUCKET ?? '';
    this.client = new S3Client({
      region: S3_REGION,
      // Without keys the client looks for those that its surroundings lend it.
      ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
        : {}),
      ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
      // Newer checksums are not known to every store.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async keep(hash: string, source: ByteSource): Promise<void> {
    if (await this.has(hash)) {
      return;
    }
    const body = 'bytes' in source ? source.bytes : createReadStream(source.path);
    const length = 'bytes' in source ? source.bytes.length : (await stat(source.path)).size;
    const command = new PutObjectCommand({ ...this.place(hash), Body: body, ContentLength: length });
    await this.client.send(command).catch(fail);
  }

  async has(hash: string): Promise<boolean> {
    if (!isHash(hash)) {
      return false;
    }
    const command = new HeadObjectCommand(this.place(hash));
    return (await this.client.send(command).catch(nullIfMissing)) !== null;
  }

  async read(hash: string): Promise<Buffer | null> {
    const stream = await this.open(hash);
    return stream && buffer(stream);
  }

  async open(hash: string, range?: ByteRange): Promise<Readable | null> {
    if (!isHash(hash)) {
      return null;
    }
    const part = range && { Range: `bytes=${range.start}-${range.end}` };
    const command = new GetObjectCommand({ ...this.place(hash), ...part });
    const answer = await this.client.send(command).catch(nullIfMissing);
    // In Node.js a body is always a stream of Node.js.
    return (answer?.Body as Readable | undefined) ?? null;
  }

  async remove(hash: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.place(hash))).catch(nullIfMissing);
  }

  private place(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `files/${hash}` };
  }
}

function nullIfMissing(error: unknown): null {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) {
    return null;
  }
  return fail(error);
}

function fail(cause: unknown): never {
  const isFull =
    cause instanceof S3ServiceException &&
    (full.includes(cause.name) || cause.$metadata.httpStatusCode === 507);
  throw new DomainError(isFull ? 'server.storage-full' : 'server.unavailable', {
    cause,
    retryAfterMs: RETRY_AFTER,
  });
}
