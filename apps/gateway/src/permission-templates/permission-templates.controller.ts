import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BatchResult } from '../http/answer/entry-result.js';
import { type CacheRule, type Purge, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  ChangeTemplateBody,
  CreateTemplateBody,
  ListTemplatesQuery,
  PermissionTemplate,
  ReadTemplateQuery,
  TemplateIdsBody,
  TemplateParams,
  TemplateUsage,
} from './permission-templates.dto.js';
import {
  changeTemplate,
  createTemplate,
  deleteTemplate,
  deleteTemplates,
  listTemplates,
  readTemplate,
  readTemplateUsage,
} from './permission-templates.upstream.js';

const kept: CacheRule = { fresh: 30, stale: 300, staleOnError: 600, tags: () => [tags.permissionTemplates] };
/** Permissions show the names and capabilities of templates. */
const changed: Purge = () => [tags.permissionTemplates, tags.permissions];

@ApiTags('permission-templates')
@Controller('v1/permission-templates')
export class PermissionTemplatesController {
  @Get()
  @Endpoint({
    summary: 'List permission templates',
    scope: 'permission-templates:read',
    upstream: ['listPermissionTemplate'],
    answer: pageOf(PermissionTemplate),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListTemplatesQuery): Promise<Page<PermissionTemplate>> {
    return listTemplates(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Make a permission template',
    description: 'For system administrators. Without `organizationId` a user must be named, for whom it is read.',
    scope: 'admin:permission-templates',
    upstream: ['createPermissionTemplate', 'listPermissionTemplate', 'getService'],
    answer: PermissionTemplate,
    status: 201,
    purge: changed,
    audit: 'permission-changed',
    location: ({ id }) => `/v1/permission-templates/${String(id)}`,
  })
  create(@Upstream() koodrive: BoundClient, @Body() body: CreateTemplateBody): Promise<PermissionTemplate> {
    return createTemplate(koodrive, body);
  }

  @Post('delete')
  @Endpoint({
    summary: 'Delete permission templates',
    description: 'For system administrators. One result for each.',
    scope: 'admin:permission-templates',
    upstream: ['batchDeletePermissionTemplate'],
    answer: BatchResult,
    purge: changed,
    audit: 'permission-changed',
  })
  deleteMany(@Upstream() koodrive: BoundClient, @Body() { ids }: TemplateIdsBody): Promise<BatchResult> {
    return deleteTemplates(koodrive, ids);
  }

  @Get(':templateId')
  @Endpoint({
    summary: 'Read a permission template',
    scope: 'permission-templates:read',
    upstream: ['batchGetPermissionTemplate'],
    answer: PermissionTemplate,
    cache: kept,
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() { templateId }: TemplateParams,
    @Query() _query: ReadTemplateQuery,
  ): Promise<PermissionTemplate> {
    return readTemplate(koodrive, templateId);
  }

  @Patch(':templateId')
  @Endpoint({
    summary: 'Change, enable or disable a permission template',
    description: 'For system administrators.',
    scope: 'admin:permission-templates',
    upstream: ['editPermissionTemplate', 'modifyPermissionTemplateStatus', 'batchGetPermissionTemplate'],
    answer: PermissionTemplate,
    purge: changed,
    audit: 'permission-changed',
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() { templateId }: TemplateParams,
    @Body() body: ChangeTemplateBody,
  ): Promise<PermissionTemplate> {
    return changeTemplate(koodrive, templateId, body);
  }

  @Delete(':templateId')
  @Endpoint({
    summary: 'Delete a permission template',
    description: 'For system administrators.',
    scope: 'admin:permission-templates',
    upstream: ['batchDeletePermissionTemplate'],
    status: 204,
    purge: changed,
    audit: 'permission-changed',
  })
  delete(@Upstream() koodrive: BoundClient, @Param() { templateId }: TemplateParams): Promise<void> {
    return deleteTemplate(koodrive, templateId);
  }

  @Get(':templateId/usage')
  @Endpoint({
    summary: 'Tell whether a permission template is in use',
    scope: 'permission-templates:read',
    upstream: ['queryPermissionTemplateRef'],
    answer: TemplateUsage,
  })
  usage(@Upstream() koodrive: BoundClient, @Param() { templateId }: TemplateParams): Promise<TemplateUsage> {
    return readTemplateUsage(koodrive, templateId);
  }
}
