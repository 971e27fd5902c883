import { Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { Pictures } from './pictures.js';
import { PicturesController } from './pictures.controller.js';

@Module({
  controllers: [PicturesController],
  providers: [FileStore, Pictures],
  exports: [Pictures],
})
export class FilesModule {}
