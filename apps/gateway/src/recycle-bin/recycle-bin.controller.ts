import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { File } from '../files/files.dto.js';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { purgesContent } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { ListRecycleBinQuery, RecycleBinParams } from './recycle-bin.dto.js';
import { RecycleBinService } from './recycle-bin.service.js';

@ApiTags('recycle-bin')
@Controller('v1/spaces/:spaceId/recycle-bin')
export class RecycleBinController {
  constructor(private readonly bin: RecycleBinService) {}

  @Get()
  @Endpoint({
    summary: 'List what was deleted',
    description: 'Restore it by a job with `action: restore`. Never kept: emptying it goes on after its answer.',
    scope: 'files:read',
    upstream: ['getPersonalFiles', 'getDepartmentFiles', 'getSpaceByContainerID'],
    answer: pageOf(File),
  })
  list(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: RecycleBinParams,
    @Query() query: ListRecycleBinQuery,
  ): Promise<Page<File>> {
    return this.bin.list(koodrive, spaceId, query);
  }

  @Delete()
  @Endpoint({
    summary: 'Empty the recycle bin for good',
    description: 'Goes on after the answer. Needs `?confirm=` with the id of the space.',
    scope: 'files:write',
    upstream: ['clearRecycleFile'],
    status: 204,
    purge: purgesContent,
    audit: 'file-deleted',
  })
  empty(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: RecycleBinParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return this.bin.empty(koodrive, spaceId, confirmation);
  }
}
