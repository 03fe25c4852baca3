import { Module } from '@nestjs/common';
import { SyncFoldersController } from './sync-folders.controller.js';
import { SyncFoldersService } from './sync-folders.service.js';

@Module({ controllers: [SyncFoldersController], providers: [SyncFoldersService] })
export class SyncFoldersModule {}
