import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';

@Module({ controllers: [MeController, ActivityController], providers: [MeService] })
export class MeModule {}
