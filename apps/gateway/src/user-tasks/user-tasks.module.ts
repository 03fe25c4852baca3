import { Module } from '@nestjs/common';
import { ReceiverController } from './receiver.controller.js';
import { UserTasksController } from './user-tasks.controller.js';
import { UserTasksService } from './user-tasks.service.js';

@Module({ controllers: [UserTasksController, ReceiverController], providers: [UserTasksService] })
export class UserTasksModule {}
