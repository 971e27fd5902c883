import { Readable } from 'node:stream';
import { Controller, Delete, Head, HttpCode, Options, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor, TakesChunks } from '@parley/api-core';
import { FileInfo } from '@parley/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TUS_PATH, TusUploads } from './tus-uploads.js';

/** The protocol is that of https://tus.io/protocols/resumable-upload: whatever speaks it can be used. */
@Controller('files/tus')
export class TusController {
  constructor(private readonly uploads: TusUploads) {}

  /** What this server knows of tus. */
  @Options()
  @HttpCode(204)
  options(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.pass(request, reply, actor);
  }

  /**
   * Begins a resumable upload (tus 1.0) of at most 100 MB, of which `Upload-Metadata` says `filename`, `filetype`
   * and `durationMs`. `Location` is where the bytes go. What is not finished after a day is removed.
   */
  @Post()
  @TakesChunks()
  @ApiCreatedResponse({ description: 'Begun' })
  begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.pass(request, reply, actor);
  }

  /** How far an upload has got: `Upload-Offset`. */
  @Head(':id')
  @ApiParam({ name: 'id' })
  progress(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.pass(request, reply, actor);
  }

  /** More bytes, from `Upload-Offset` on. The answer to the last ones is the file. */
  @Patch(':id')
  @TakesChunks()
  @ApiConsumes('application/offset+octet-stream')
  @ApiParam({ name: 'id' })
  @ApiOkResponse({ type: FileInfo, description: 'It is whole: the file' })
  append(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.pass(request, reply, actor);
  }

  /** Gives an upload up. */
  @Delete(':id')
  @HttpCode(204)
  @ApiParam({ name: 'id' })
  cancel(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.pass(request, reply, actor);
  }

  private async pass(request: FastifyRequest, reply: FastifyReply, actor: Actor): Promise<string> {
    const response = await this.uploads.handle(toWebRequest(request), actor);
    void reply.status(response.status).headers(Object.fromEntries(response.headers));
    return response.text();
  }
}

function toWebRequest({ raw, method, url, headers }: FastifyRequest): Request {
  const given = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new Request(new URL(url, `http://localhost${TUS_PATH}`), {
    method,
    headers: given,
    ...(['PATCH', 'POST'].includes(method) && { body: Readable.toWeb(raw), duplex: 'half' }),
  });
}
