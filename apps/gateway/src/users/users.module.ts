import { Module } from '@nestjs/common';
import { OrganizationController } from './organization.controller.js';
import { UsersController } from './users.controller.js';

@Module({ controllers: [UsersController, OrganizationController] })
export class UsersModule {}
