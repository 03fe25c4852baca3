import { Module } from '@nestjs/common';
import { OrganizationSpacesController } from './organization-spaces.controller.js';
import { SpacesController } from './spaces.controller.js';
import { SpacesService } from './spaces.service.js';

@Module({ controllers: [SpacesController, OrganizationSpacesController], providers: [SpacesService] })
export class SpacesModule {}
