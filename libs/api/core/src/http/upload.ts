import { type Readable, Transform, type TransformCallback } from 'node:stream';
import multipart from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';

const FIELD = 'file';
const binary = { type: 'string', format: 'binary' };

/** Marks the few routes whose body is a file; `readUpload` reads it. */
export const TakesFile = () =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', required: [FIELD], properties: { [FIELD]: binary } } }),
  );

const CHUNK_TYPE = 'application/offset+octet-stream';

/** Marks the few routes that read a part of a file out of the request themselves. */
export const TakesChunks = () => RouteConfig({ takesChunks: true });

/** Bodies that are no JSON are read by the routes that take them, and refused by all others. */
export async function registerUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser(CHUNK_TYPE, (_: unknown, __: unknown, done: (error: null) => void) =>
    done(null),
  );
  fastify.addHook('onRequest', async ({ headers, routeOptions }) => {
    const mark = markFor(headers['content-type'] ?? '');
    if (mark !== null && Reflect.get(routeOptions.config, mark) !== true) {
      throw new DomainError('request.unsupported-media-type');
    }
  });
}

/** What a route must have to read a body of this type; null for what all read. */
function markFor(type: string): string | null {
  if (/^multipart\//i.test(type)) {
    return 'takesFile';
  }
  return type.toLowerCase().startsWith(CHUNK_TYPE) ? 'takesChunks' : null;
}

/**
 * The one file of a `multipart/form-data` body, read when somebody is known to be allowed to send it.
 * @param bytes the most that it may have
 * @throws DomainError `request.unsupported-media-type`, `request.too-large`, `request.invalid`
 */
export async function readUpload(request: FastifyRequest, bytes: number): Promise<Buffer> {
  if (!request.isMultipart()) {
    throw new DomainError('request.unsupported-media-type');
  }
  try {
    const part = await request.file({ limits: { fileSize: bytes, files: 1, fields: 0, parts: 1 } });
    if (part?.fieldname === FIELD) {
      return await part.toBuffer();
    }
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'FST_REQ_FILE_TOO_LARGE';
    throw isTooLarge ? new DomainError('request.too-large', { cause }) : missing(cause);
  }
  throw missing();
}

/** One file of a form, while it comes in. */
export interface OpenUpload {
  stream: Readable;
  /** As whoever sends it says. */
  name: string;
  mime: string;
}

/**
 * As `readUpload`, for what is too large to be held in memory: `work` reads the stream, to its end or not at all.
 * @param bytes the most that it may have
 * @throws DomainError `request.unsupported-media-type`, `request.too-large`, `request.invalid`, or as `work` does
 */
export async function openUpload<T>(
  request: FastifyRequest,
  bytes: number,
  work: (upload: OpenUpload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) {
    throw new DomainError('request.unsupported-media-type');
  }
  const limits = { fileSize: bytes, files: 1, fields: 0, parts: 1 };
  const part = await request.file({ limits, throwFileSizeLimit: false }).catch((cause: unknown) => {
    throw missing(cause);
  });
  if (part?.fieldname !== FIELD) {
    part?.file.resume();
    throw missing();
  }
  const stream = part.file.pipe(new WholeFile(part.file));
  part.file.once('error', (error) => stream.destroy(error));
  try {
    return await work({ stream, name: part.filename, mime: part.mimetype });
  } catch (error) {
    // Who still sends is read to the end: an answer in the middle of it would not be heard.
    part.file.resume();
    throw isCutOff(error) ? missing(error) : error;
  }
}

/** Passes a file on, and fails at its end when it was longer than it may be. */
class WholeFile extends Transform {
  constructor(private readonly file: { truncated: boolean }) {
    super();
  }

  override _transform(chunk: Buffer, _: string, done: TransformCallback): void {
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    done(this.file.truncated ? new DomainError('request.too-large') : null);
  }
}

/** Whether a request ended before its body did. */
function isCutOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    ('code' in error ? error.code === 'FST_MP_PREMATURE_CLOSE' : /terminated early/.test(error.message))
  );
}

function missing(cause?: unknown): DomainError {
  const errors = [{ pointer: `/${FIELD}`, detail: 'must be one file, and nothing beside it' }];
  return new DomainError('request.invalid', { errors, cause });
}
