import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { spaceReadTags, invalidatesContent } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { ChangeVersionBody, ListVersionsQuery, Version, VersionParams, VersionsParams } from './versions.dto.js';
import { changeVersion, deleteVersion, listVersions, readVersion, restoreVersion } from './versions.upstream.js';

@ApiTags('versions')
@Controller('v1/spaces/:spaceId/files/:fileId/versions')
export class VersionsController {
  @Get()
  @Endpoint({
    summary: 'List the versions of a file',
    description: 'The newest first.',
    scope: 'files:read',
    upstreamOperations: ['listRevision'],
    response: createPageClass(Version),
    cache: { maxAgeSeconds: 15, staleWhileRevalidateSeconds: 120, tags: spaceReadTags },
  })
  list(
    @UpstreamClient() koodrive: BoundClient,
    @Param() file: VersionsParams,
    @Query() query: ListVersionsQuery,
  ): Promise<Page<Version>> {
    return listVersions(koodrive, file, query);
  }

  @Get(':versionId')
  @Endpoint({
    summary: 'Read a version, with a pre-signed URL of its bytes',
    description: 'Not cached, because the URL expires.',
    scope: 'files:read',
    upstreamOperations: ['getRevision'],
    response: Version,
    volatileMembers: ['url'],
  })
  read(@UpstreamClient() koodrive: BoundClient, @Param() version: VersionParams): Promise<Version> {
    return readVersion(koodrive, version);
  }

  @Patch(':versionId')
  @Endpoint({
    summary: 'Set whether a version is retained forever',
    scope: 'files:write',
    upstreamOperations: ['updateRevision', 'getRevision'],
    response: Version,
    invalidates: invalidatesContent,
    audit: 'file-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
    @Param() version: VersionParams,
    @Body() body: ChangeVersionBody,
  ): Promise<Version> {
    return changeVersion(koodrive, version, body);
  }

  @Delete(':versionId')
  @Endpoint({
    summary: 'Delete a version permanently',
    scope: 'files:write',
    upstreamOperations: ['deleteRevision'],
    status: 204,
    invalidates: invalidatesContent,
    audit: 'file-deleted',
  })
  delete(@UpstreamClient() koodrive: BoundClient, @Param() version: VersionParams): Promise<void> {
    return deleteVersion(koodrive, version);
  }

  @Post(':versionId/restore')
  @Endpoint({
    summary: 'Restore an old version as the current one',
    scope: 'files:write',
    upstreamOperations: ['restoreRevision'],
    status: 204,
    invalidates: invalidatesContent,
    audit: 'file-changed',
  })
  restore(@UpstreamClient() koodrive: BoundClient, @Param() version: VersionParams): Promise<void> {
    return restoreVersion(koodrive, version);
  }
}
