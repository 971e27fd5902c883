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

/** Bodies of several parts are read by the routes that take files, and refused by all others. */
export async function registerUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ headers, routeOptions }) => {
      const isMultipart = /^multipart\//i.test(headers['content-type'] ?? '');
      if (isMultipart && Reflect.get(routeOptions.config, 'takesFile') !== true) {
        throw new DomainError('request.unsupported-media-type');
      }
    });
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

function missing(cause?: unknown): DomainError {
  const errors = [{ pointer: `/${FIELD}`, detail: 'must be one file, and nothing beside it' }];
  return new DomainError('request.invalid', { errors, cause });
}
