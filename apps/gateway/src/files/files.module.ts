import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { SearchController } from './search.controller.js';

@Module({ controllers: [FilesController, SearchController], providers: [FilesService] })
export class FilesModule {}
