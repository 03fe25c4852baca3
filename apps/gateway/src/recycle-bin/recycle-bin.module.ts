import { Module } from '@nestjs/common';
import { RecycleBinController } from './recycle-bin.controller.js';
import { RecycleBinService } from './recycle-bin.service.js';

@Module({ controllers: [RecycleBinController], providers: [RecycleBinService] })
export class RecycleBinModule {}
