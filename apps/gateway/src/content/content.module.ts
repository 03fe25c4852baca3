import { Module } from '@nestjs/common';
import { ContentController } from './content.controller.js';
import { DownloadsService } from './downloads.service.js';
import { UploadsService } from './uploads.service.js';

@Module({ controllers: [ContentController], providers: [DownloadsService, UploadsService] })
export class ContentModule {}
