import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileDeliveryController } from './delivery/file-delivery.controller.js';
import { FileDeliveryService } from './delivery/file-delivery.service.js';
import { FileEntity } from './file.entity.js';
import { FileRepository } from './file.repository.js';
import { FileUrls } from './file-urls.js';
import { ImageWork } from './images/image-work.js';
import { Images } from './images/images.js';
import { Pictures } from './pictures.js';
import { PicturesController } from './pictures.controller.js';
import { DiskStore } from './store/disk-store.js';
import { FileStore } from './store/file-store.js';
import { FileKeeper } from './uploads/file-keeper.js';
import { FileQuota } from './uploads/file-quota.js';
import { TemporaryFiles } from './uploads/temporary-files.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsService } from './uploads/uploads.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FileEntity])],
  controllers: [FileDeliveryController, PicturesController, UploadsController],
  providers: [
    FileDeliveryService,
    FileKeeper,
    FileQuota,
    FileRepository,
    FileUrls,
    Images,
    ImageWork,
    Pictures,
    TemporaryFiles,
    UploadsService,
    { provide: FileStore, useClass: DiskStore },
  ],
  exports: [FileUrls, Pictures],
})
export class FilesModule {}
