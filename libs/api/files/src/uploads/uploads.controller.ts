import { Controller, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { type Actor, CurrentActor, openUpload, TakesFile } from '@parley/api-core';
import { FileInfo, limits, UploadQuery } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';
import { UploadsService } from './uploads.service.js';

@Controller('files')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  /**
   * Takes one file of at most 100 MB, to be put into a message. Pictures are encoded anew, without what else was in
   * them. What is in no message after a day is removed.
   */
  @Post()
  @TakesFile()
  @ApiCreatedResponse({ type: FileInfo })
  upload(
    @Query() { durationMs }: UploadQuery,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<FileInfo> {
    return openUpload(request, limits.file.bytes, (upload) =>
      this.uploads.receive({ ...upload, durationMs }, actor),
    );
  }
}
