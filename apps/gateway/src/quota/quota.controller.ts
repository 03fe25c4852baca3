import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, cacheTags, visibilityTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import {
  ListSizeClassesQuery,
  ListUserUsageQuery,
  Quota,
  SizeClassUsage,
  TransferStorageBody,
  StorageUsage,
  UserUsage,
} from './quota.dto.js';
import { QuotaService } from './quota.service.js';
import { listSizeClasses, listUserUsage, readQuota, readUsage } from './quota.upstream.js';

/** The responses depend on spaces, on their sizes and usage, and on their owners. */
const cacheRule: CacheRule = {
  maxAgeSeconds: 30,
  staleWhileRevalidateSeconds: 300,
  staleIfErrorSeconds: 600,
  tags: () => [cacheTags.spaces, ...visibilityTags],
};

@ApiTags('quota')
@Controller('v1/quota')
export class QuotaController {
  constructor(private readonly quota: QuotaService) {}

  @Get()
  @Endpoint({
    summary: 'Read how the purchased storage is divided, allocated and used',
    scope: 'quota:read',
    upstreamOperations: ['getQuotaUsed', 'getSpaceAllocation'],
    response: Quota,
    cache: cacheRule,
  })
  read(@UpstreamClient() koodrive: BoundClient): Promise<Quota> {
    return readQuota(koodrive);
  }

  @Get('usage')
  @Endpoint({
    summary: 'Read the total usage of all individual spaces',
    description: 'For system administrators.',
    scope: 'quota:read',
    upstreamOperations: ['getSpaceUsageByOverview'],
    response: StorageUsage,
    cache: cacheRule,
  })
  usage(@UpstreamClient() koodrive: BoundClient): Promise<StorageUsage> {
    return readUsage(koodrive);
  }

  @Get('size-classes')
  @Endpoint({
    summary: 'List the usage of individual spaces by space size',
    description: 'For system administrators.',
    scope: 'quota:read',
    upstreamOperations: ['getSpaceUsageByQuota'],
    response: createPageClass(SizeClassUsage),
    cache: cacheRule,
  })
  sizeClasses(
    @UpstreamClient() koodrive: BoundClient,
    @Query() query: ListSizeClassesQuery,
  ): Promise<Page<SizeClassUsage>> {
    return listSizeClasses(koodrive, query);
  }

  @Get('users')
  @Endpoint({
    summary: 'List the quotas of users',
    description: 'One entry for each individual space. Only system administrators can list the spaces of others.',
    scope: 'quota:read',
    upstreamOperations: ['getSpaceUsageByUser'],
    response: createPageClass(UserUsage),
    cache: cacheRule,
  })
  users(@UpstreamClient() koodrive: BoundClient, @Query() query: ListUserUsageQuery): Promise<Page<UserUsage>> {
    return listUserUsage(koodrive, query);
  }

  @Post('transfers')
  @Endpoint({
    summary: 'Move unallocated storage from one kind of space to others',
    description: 'For system administrators. In multiples of 10 GB.',
    scope: 'admin:quota',
    upstreamOperations: ['transferUnallocatedSpace'],
    status: 204,
    invalidates: () => [cacheTags.spaces],
    audit: 'space-changed',
  })
  transfer(@UpstreamClient() koodrive: BoundClient, @Body() body: TransferStorageBody): Promise<void> {
    return this.quota.transfer(koodrive, body);
  }
}
