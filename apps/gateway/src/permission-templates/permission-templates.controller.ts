import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BulkResult } from '../http/response/bulk-result.js';
import { type CacheRule, type InvalidationRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
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

const cacheRule: CacheRule = {
  maxAgeSeconds: 30,
  staleWhileRevalidateSeconds: 300,
  staleIfErrorSeconds: 600,
  tags: () => [cacheTags.permissionTemplates],
};
/** Permissions show the names and capabilities of templates. */
const invalidatesPermissionTemplates: InvalidationRule = () => [cacheTags.permissionTemplates, cacheTags.permissions];

@ApiTags('permission-templates')
@Controller('v1/permission-templates')
export class PermissionTemplatesController {
  @Get()
  @Endpoint({
    summary: 'List permission templates',
    scope: 'permission-templates:read',
    upstreamOperations: ['listPermissionTemplate'],
    response: createPageClass(PermissionTemplate),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListTemplatesQuery): Promise<Page<PermissionTemplate>> {
    return listTemplates(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Create a permission template',
    description:
      'For system administrators. Without `organizationId`, the call needs a user, whose organization is used.',
    scope: 'admin:permission-templates',
    upstreamOperations: ['createPermissionTemplate', 'listPermissionTemplate', 'getService'],
    response: PermissionTemplate,
    status: 201,
    invalidates: invalidatesPermissionTemplates,
    audit: 'permission-changed',
    location: ({ id }) => `/v1/permission-templates/${String(id)}`,
  })
  create(@UpstreamClient() koodrive: BoundClient, @Body() body: CreateTemplateBody): Promise<PermissionTemplate> {
    return createTemplate(koodrive, body);
  }

  @Post('delete')
  @Endpoint({
    summary: 'Delete permission templates',
    description: 'For system administrators. One result for each template.',
    scope: 'admin:permission-templates',
    upstreamOperations: ['batchDeletePermissionTemplate', 'batchGetPermissionTemplate'],
    response: BulkResult,
    invalidates: invalidatesPermissionTemplates,
    audit: 'permission-changed',
  })
  deleteMany(@UpstreamClient() koodrive: BoundClient, @Body() { ids }: TemplateIdsBody): Promise<BulkResult> {
    return deleteTemplates(koodrive, ids);
  }

  @Get(':templateId')
  @Endpoint({
    summary: 'Read a permission template',
    scope: 'permission-templates:read',
    upstreamOperations: ['batchGetPermissionTemplate'],
    response: PermissionTemplate,
    cache: cacheRule,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
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
    upstreamOperations: ['editPermissionTemplate', 'modifyPermissionTemplateStatus', 'batchGetPermissionTemplate'],
    response: PermissionTemplate,
    invalidates: invalidatesPermissionTemplates,
    audit: 'permission-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
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
    upstreamOperations: ['batchDeletePermissionTemplate', 'batchGetPermissionTemplate'],
    status: 204,
    invalidates: invalidatesPermissionTemplates,
    audit: 'permission-changed',
  })
  delete(@UpstreamClient() koodrive: BoundClient, @Param() { templateId }: TemplateParams): Promise<void> {
    return deleteTemplate(koodrive, templateId);
  }

  @Get(':templateId/usage')
  @Endpoint({
    summary: 'Check whether a permission template is in use',
    scope: 'permission-templates:read',
    upstreamOperations: ['queryPermissionTemplateRef'],
    response: TemplateUsage,
  })
  usage(@UpstreamClient() koodrive: BoundClient, @Param() { templateId }: TemplateParams): Promise<TemplateUsage> {
    return readTemplateUsage(koodrive, templateId);
  }
}
