import { Module } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KeptBytes } from './bytes/kept-bytes.js';
import { References } from './bytes/references.js';
import { StoredBytesRepository } from './bytes/stored-bytes.repository.js';
import { FileDeliveryController } from './delivery/file-delivery.controller.js';
import { FileDeliveryService } from './delivery/file-delivery.service.js';
import { FileEntity } from './file.entity.js';
import { FileRepository } from './file.repository.js';
import { FileUrls } from './file-urls.js';
import { ImageWork } from './images/image-work.js';
import { Images } from './images/images.js';
import { Pictures } from './pictures.js';
import { PicturesController } from './pictures.controller.js';
import { FileCleaning } from './removal/file-cleaning.js';
import { FileReleases } from './removal/file-releases.js';
import { FileSweep } from './removal/file-sweep.js';
import { DiskStore } from './store/disk-store.js';
import { FileStore } from './store/file-store.js';
import { S3Store } from './store/s3-store.js';
import { PartialFiles } from './tus/partial-files.js';
import { TusController } from './tus/tus.controller.js';
import { TusUploads } from './tus/tus-uploads.js';
import { FileKeeper } from './uploads/file-keeper.js';
import { FileQuota } from './uploads/file-quota.js';
import { TemporaryFiles } from './uploads/temporary-files.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsService } from './uploads/uploads.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FileEntity])],
  controllers: [FileDeliveryController, PicturesController, TusController, UploadsController],
  providers: [
    FileCleaning,
    FileDeliveryService,
    FileKeeper,
    FileQuota,
    FileReleases,
    FileRepository,
    FileSweep,
    FileUrls,
    Images,
    ImageWork,
    KeptBytes,
    PartialFiles,
    Pictures,
    References,
    StoredBytesRepository,
    TemporaryFiles,
    TusUploads,
    UploadsService,
    {
      provide: FileStore,
      inject: [AppConfig, TemporaryFiles],
      useFactory: (config: AppConfig, temporary: TemporaryFiles): FileStore =>
        config.S3_BUCKET === undefined ? new DiskStore(config, temporary) : new S3Store(config),
    },
  ],
  exports: [FileReleases, FileUrls, Pictures],
})
export class FilesModule {}
