import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, tags, whoSeesWhat } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  ListSizeClassesQuery,
  ListUserUsageQuery,
  Quota,
  SizeClassUsage,
  TransferBody,
  Usage,
  UserUsage,
} from './quota.dto.js';
import { QuotaService } from './quota.service.js';
import { listSizeClasses, listUserUsage, readQuota, readUsage } from './quota.upstream.js';

/** What spaces there are, how large and how full, and whose. */
const kept: CacheRule = { fresh: 30, stale: 300, staleOnError: 600, tags: () => [tags.spaces, ...whoSeesWhat] };

@ApiTags('quota')
@Controller('v1/quota')
export class QuotaController {
  constructor(private readonly quota: QuotaService) {}

  @Get()
  @Endpoint({
    summary: 'Read how the purchased storage is split, given out and used',
    scope: 'quota:read',
    upstream: ['getQuotaUsed', 'getSpaceAllocation'],
    answer: Quota,
    cache: kept,
  })
  read(@Upstream() koodrive: BoundClient): Promise<Quota> {
    return readQuota(koodrive);
  }

  @Get('usage')
  @Endpoint({
    summary: 'Add up all individual spaces',
    description: 'For system administrators.',
    scope: 'quota:read',
    upstream: ['getSpaceUsageByOverview'],
    answer: Usage,
    cache: kept,
  })
  usage(@Upstream() koodrive: BoundClient): Promise<Usage> {
    return readUsage(koodrive);
  }

  @Get('size-classes')
  @Endpoint({
    summary: 'Add up the individual spaces of each size',
    description: 'For system administrators.',
    scope: 'quota:read',
    upstream: ['getSpaceUsageByQuota'],
    answer: pageOf(SizeClassUsage),
    cache: kept,
  })
  sizeClasses(@Upstream() koodrive: BoundClient, @Query() query: ListSizeClassesQuery): Promise<Page<SizeClassUsage>> {
    return listSizeClasses(koodrive, query);
  }

  @Get('users')
  @Endpoint({
    summary: 'List the quotas of users',
    description: 'One entry for each individual space. Others than your own: for system administrators.',
    scope: 'quota:read',
    upstream: ['getSpaceUsageByUser'],
    answer: pageOf(UserUsage),
    cache: kept,
  })
  users(@Upstream() koodrive: BoundClient, @Query() query: ListUserUsageQuery): Promise<Page<UserUsage>> {
    return listUserUsage(koodrive, query);
  }

  @Post('transfers')
  @Endpoint({
    summary: 'Move storage that is not given out from one kind of space to others',
    description: 'For system administrators. In multiples of 10 GB.',
    scope: 'admin:quota',
    upstream: ['transferUnallocatedSpace'],
    status: 204,
    purge: () => [tags.spaces],
    audit: 'space-changed',
  })
  transfer(@Upstream() koodrive: BoundClient, @Body() body: TransferBody): Promise<void> {
    return this.quota.transfer(koodrive, body);
  }
}
