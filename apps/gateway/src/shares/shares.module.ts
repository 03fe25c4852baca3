import { Module } from '@nestjs/common';
import { ReceivedSharesController } from './received-shares.controller.js';
import { SharesController } from './shares.controller.js';
import { SharesService } from './shares.service.js';

@Module({ controllers: [ReceivedSharesController, SharesController], providers: [SharesService] })
export class SharesModule {}
