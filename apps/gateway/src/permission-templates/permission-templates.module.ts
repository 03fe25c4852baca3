import { Module } from '@nestjs/common';
import { PermissionTemplatesController } from './permission-templates.controller.js';

@Module({ controllers: [PermissionTemplatesController] })
export class PermissionTemplatesModule {}
