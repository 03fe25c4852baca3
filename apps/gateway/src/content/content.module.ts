import { Module } from '@nestjs/common';
import { ContentController } from './content.controller.js';
import { DownloadsService } from './downloads.service.js';
import { PartMemory } from './part-memory.js';
import { UploadsService } from './uploads.service.js';

const providers = [DownloadsService, UploadsService, { provide: PartMemory, useFactory: () => new PartMemory() }];

@Module({ controllers: [ContentController], providers })
export class ContentModule {}
