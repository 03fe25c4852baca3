import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { AuditLogEntry, JsSdk, ListAuditLogQuery, PackageRetention, Subscription } from './service.dto.js';
import {
  listAuditLog,
  readJsSdk,
  readPackageRetention,
  readSubscription,
  setPackageRetention,
} from './service.upstream.js';

@ApiTags('service')
@Controller('v1')
export class ServiceController {
  @Get('subscription')
  @Endpoint({
    summary: 'Read what the organization has subscribed to',
    scope: 'service:read',
    upstream: ['getService'],
    answer: Subscription,
    cache: { fresh: 60, stale: 600, staleOnError: 3600, tags: () => [tags.spaces, tags.users] },
  })
  subscription(@Upstream() koodrive: BoundClient): Promise<Subscription> {
    return readSubscription(koodrive);
  }

  @Get('settings/package-retention')
  @Endpoint({
    summary: 'Read for how many days archives of packed downloads are kept',
    scope: 'service:read',
    upstream: ['getQuotaUsed'],
    answer: PackageRetention,
    cache: { fresh: 60, stale: 600, staleOnError: 3600, tags: () => [tags.settings] },
  })
  packageRetention(@Upstream() koodrive: BoundClient): Promise<PackageRetention> {
    return readPackageRetention(koodrive);
  }

  @Put('settings/package-retention')
  @Endpoint({
    summary: 'Set for how many days archives of packed downloads are kept',
    description: 'For system administrators.',
    scope: 'admin:settings',
    upstream: ['setPackageDownloadExpires'],
    answer: PackageRetention,
    purge: () => [tags.settings],
  })
  setPackageRetention(@Upstream() koodrive: BoundClient, @Body() body: PackageRetention): Promise<PackageRetention> {
    return setPackageRetention(koodrive, body);
  }

  @Get('js-sdk')
  @Endpoint({
    summary: 'Read what a page needs to load the OrgID JsSdk',
    description:
      'For signed-in browsers: API keys meet `credential-unavailable`. Never kept: it holds a code that works once.',
    scope: 'service:read',
    upstream: ['getJsSdkInfo'],
    answer: JsSdk,
  })
  jsSdk(@Upstream() koodrive: BoundClient): Promise<JsSdk> {
    return readJsSdk(koodrive);
  }

  @Get('audit-log')
  @Endpoint({
    summary: "Search KooDrive's audit log",
    description: 'For system administrators. Never kept: every write adds to it.',
    scope: 'admin:audit-log',
    upstream: ['listAuditLogs'],
    answer: pageOf(AuditLogEntry),
  })
  auditLog(@Upstream() koodrive: BoundClient, @Query() query: ListAuditLogQuery): Promise<Page<AuditLogEntry>> {
    return listAuditLog(koodrive, query);
  }
}
