import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
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
    summary: 'Read the subscription of the organization',
    scope: 'service:read',
    upstreamOperations: ['getService'],
    response: Subscription,
    cache: {
      maxAgeSeconds: 60,
      staleWhileRevalidateSeconds: 600,
      staleIfErrorSeconds: 3600,
      tags: () => [cacheTags.spaces, cacheTags.users],
    },
  })
  subscription(@UpstreamClient() koodrive: BoundClient): Promise<Subscription> {
    return readSubscription(koodrive);
  }

  @Get('settings/package-retention')
  @Endpoint({
    summary: 'Read for how many days packaged archives are stored',
    scope: 'service:read',
    upstreamOperations: ['getQuotaUsed'],
    response: PackageRetention,
    cache: {
      maxAgeSeconds: 60,
      staleWhileRevalidateSeconds: 600,
      staleIfErrorSeconds: 3600,
      tags: () => [cacheTags.settings],
    },
  })
  packageRetention(@UpstreamClient() koodrive: BoundClient): Promise<PackageRetention> {
    return readPackageRetention(koodrive);
  }

  @Put('settings/package-retention')
  @Endpoint({
    summary: 'Set for how many days packaged archives are stored',
    description: 'For system administrators.',
    scope: 'admin:settings',
    upstreamOperations: ['setPackageDownloadExpires'],
    response: PackageRetention,
    invalidates: () => [cacheTags.settings],
    audit: 'setting-changed',
  })
  setPackageRetention(
    @UpstreamClient() koodrive: BoundClient,
    @Body() body: PackageRetention,
  ): Promise<PackageRetention> {
    return setPackageRetention(koodrive, body);
  }

  @Get('js-sdk')
  @Endpoint({
    summary: 'Read the data that a page needs to load the OrgID JsSdk',
    description:
      'For browser sessions only: API keys get `credential-unavailable`. Not cached, because it has a single-use code.',
    scope: 'service:read',
    upstreamOperations: ['getJsSdkInfo'],
    response: JsSdk,
  })
  jsSdk(@UpstreamClient() koodrive: BoundClient): Promise<JsSdk> {
    return readJsSdk(koodrive);
  }

  @Get('audit-log')
  @Endpoint({
    summary: "Search KooDrive's audit log",
    description: 'For system administrators. Not cached, because every write adds an entry.',
    scope: 'admin:audit-log',
    upstreamOperations: ['listAuditLogs'],
    response: createPageClass(AuditLogEntry),
  })
  auditLog(@UpstreamClient() koodrive: BoundClient, @Query() query: ListAuditLogQuery): Promise<Page<AuditLogEntry>> {
    return listAuditLog(koodrive, query);
  }
}
