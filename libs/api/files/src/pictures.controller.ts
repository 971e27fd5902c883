import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Public } from '@parley/api-core';
import { PicturePath } from '@parley/contracts';
import { Pictures } from './pictures.js';

@Controller('pictures')
export class PicturesController {
  constructor(private readonly pictures: Pictures) {}

  /** The picture of a room or of a person, as WebP. What is at an address never changes, so it may be kept for ever. */
  @Get(':hash')
  @Public()
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  async get(@Param() { hash }: PicturePath): Promise<StreamableFile> {
    return new StreamableFile(await this.pictures.read(hash), { type: 'image/webp', disposition: 'inline' });
  }
}
