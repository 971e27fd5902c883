import {
  Controller,
  Get,
  Header,
  Headers,
  HttpStatus,
  Param,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { DomainError, Public } from '@parley/api-core';
import { FilePath, FileSignature } from '@parley/contracts';
import type { FastifyReply } from 'fastify';
import { rangeOf } from './byte-range.js';
import { etagOf, hasTag, setDeliveryHeaders } from './delivery-headers.js';
import { type Deliverable, FileDeliveryService } from './file-delivery.service.js';

const anyBytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

/** Open to whoever has the address: the signature in it says that they may. */
@Controller('files')
export class FileDeliveryController {
  constructor(private readonly delivery: FileDeliveryService) {}

  /** The bytes of a file, or a part of them (`Range`). The address is the `url` of a `FileInfo`. */
  @Get(':id')
  @Public()
  @Header('accept-ranges', 'bytes')
  @ApiOkResponse({ content: anyBytes })
  @ApiResponse({ status: 206, description: 'A part of it', content: anyBytes })
  @ApiResponse({ status: 304, description: 'It is still the same' })
  async get(
    @Param() { id }: FilePath,
    @Query() signature: FileSignature,
    @Headers() headers: Record<string, string | undefined>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.delivery.original(id, signature);
    setDeliveryHeaders(reply, file, signature);
    if (hasTag(headers['if-none-match'], etagOf(file.hash))) {
      void reply.status(HttpStatus.NOT_MODIFIED);
      return undefined;
    }
    return this.stream(file, isRangeWanted(headers, file.hash) ? headers['range'] : undefined, reply);
  }

  /** A smaller version of a picture, as WebP. The address is the `previewUrl` of a `FileInfo`. */
  @Get(':id/preview')
  @Public()
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async preview(
    @Param() { id }: FilePath,
    @Query() signature: FileSignature,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { hash, name, bytes } = await this.delivery.preview(id, signature);
    setDeliveryHeaders(reply, { hash, name, isShown: true }, signature);
    if (hasTag(known, etagOf(hash))) {
      void reply.status(HttpStatus.NOT_MODIFIED);
      return undefined;
    }
    return new StreamableFile(bytes, { type: 'image/webp', length: bytes.length });
  }

  private async stream(file: Deliverable, header: string | undefined, reply: FastifyReply) {
    const { hash, mime, size } = file;
    const range = rangeOf(header, size);
    if (range === 'unsatisfiable') {
      void reply.header('content-range', `bytes */${size}`);
      throw new DomainError('file.range-not-satisfiable');
    }
    if (range === null) {
      return new StreamableFile(await this.delivery.open(hash), { type: mime, length: size });
    }
    const { start, end } = range;
    void reply.status(HttpStatus.PARTIAL_CONTENT).header('content-range', `bytes ${start}-${end}/${size}`);
    return new StreamableFile(await this.delivery.open(hash, range), { type: mime, length: end - start + 1 });
  }
}

/** Who goes on with a download wants the rest only of the same bytes. */
function isRangeWanted(headers: Record<string, string | undefined>, hash: string): boolean {
  const condition = headers['if-range'];
  return condition === undefined || condition === etagOf(hash);
}
