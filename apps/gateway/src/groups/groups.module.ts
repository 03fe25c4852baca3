import { Module } from '@nestjs/common';
import { GroupsController } from './groups.controller.js';
import { GroupMembersController } from './members.controller.js';

@Module({ controllers: [GroupsController, GroupMembersController] })
export class GroupsModule {}
