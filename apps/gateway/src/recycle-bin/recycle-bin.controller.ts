import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { DriveFile } from '../files/files.dto.js';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { invalidatesContent } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { ListRecycleBinQuery, RecycleBinParams } from './recycle-bin.dto.js';
import { RecycleBinService } from './recycle-bin.service.js';

@ApiTags('recycle-bin')
@Controller('v1/spaces/:spaceId/recycle-bin')
export class RecycleBinController {
  constructor(private readonly recycleBin: RecycleBinService) {}

  @Get()
  @Endpoint({
    summary: 'List deleted files',
    description:
      'To restore files, start a job with `action: restore`. Not cached, because emptying continues after its response.',
    scope: 'files:read',
    upstreamOperations: ['getPersonalFiles', 'getDepartmentFiles', 'getSpaceByContainerID'],
    response: createPageClass(DriveFile),
  })
  list(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: RecycleBinParams,
    @Query() query: ListRecycleBinQuery,
  ): Promise<Page<DriveFile>> {
    return this.recycleBin.list(koodrive, spaceId, query);
  }

  @Delete()
  @Endpoint({
    summary: 'Empty the recycle bin permanently',
    description: 'Continues after the response. Requires `?confirm=` with the id of the space.',
    scope: 'files:write',
    upstreamOperations: ['clearRecycleFile'],
    status: 204,
    invalidates: invalidatesContent,
    audit: 'file-deleted',
  })
  empty(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: RecycleBinParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return this.recycleBin.empty(koodrive, spaceId, confirmation);
  }
}
