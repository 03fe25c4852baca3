import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { insideSpace, purgesContent } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
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
    upstream: ['listRevision'],
    answer: pageOf(Version),
    cache: { fresh: 15, stale: 120, tags: insideSpace },
  })
  list(
    @Upstream() koodrive: BoundClient,
    @Param() file: VersionsParams,
    @Query() query: ListVersionsQuery,
  ): Promise<Page<Version>> {
    return listVersions(koodrive, file, query);
  }

  @Get(':versionId')
  @Endpoint({
    summary: 'Read a version, with a pre-signed address of its bytes',
    description: 'Never kept: the address lapses.',
    scope: 'files:read',
    upstream: ['getRevision'],
    answer: Version,
  })
  read(@Upstream() koodrive: BoundClient, @Param() version: VersionParams): Promise<Version> {
    return readVersion(koodrive, version);
  }

  @Patch(':versionId')
  @Endpoint({
    summary: 'Say whether a version is kept for ever',
    scope: 'files:write',
    upstream: ['updateRevision', 'getRevision'],
    answer: Version,
    purge: purgesContent,
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() version: VersionParams,
    @Body() body: ChangeVersionBody,
  ): Promise<Version> {
    return changeVersion(koodrive, version, body);
  }

  @Delete(':versionId')
  @Endpoint({
    summary: 'Delete a version for good',
    scope: 'files:write',
    upstream: ['deleteRevision'],
    status: 204,
    purge: purgesContent,
    audit: 'file-deleted',
  })
  delete(@Upstream() koodrive: BoundClient, @Param() version: VersionParams): Promise<void> {
    return deleteVersion(koodrive, version);
  }

  @Post(':versionId/restore')
  @Endpoint({
    summary: 'Make an old version the current one',
    scope: 'files:write',
    upstream: ['restoreRevision'],
    status: 204,
    purge: purgesContent,
  })
  restore(@Upstream() koodrive: BoundClient, @Param() version: VersionParams): Promise<void> {
    return restoreVersion(koodrive, version);
  }
}
