import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { purgesFiles } from '../http/answer/freshness.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  Changes,
  ListChangesQuery,
  OpenSyncFolderBody,
  SyncFolder,
  SyncFolderParams,
  SyncFoldersParams,
} from './sync-folders.dto.js';
import { SyncFoldersService } from './sync-folders.service.js';
import { closeSyncFolder, listChanges } from './sync-folders.upstream.js';

@ApiTags('sync-folders')
@Controller('v1/spaces/:spaceId/sync-folders')
export class SyncFoldersController {
  constructor(private readonly folders: SyncFoldersService) {}

  @Post()
  @Endpoint({
    summary: 'Open a folder for synchronisation',
    scope: 'files:write',
    upstream: ['createSyncDir'],
    answer: SyncFolder,
    status: 201,
    purge: purgesFiles,
  })
  open(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: SyncFoldersParams,
    @Body() body: OpenSyncFolderBody,
  ): Promise<SyncFolder> {
    return this.folders.open(koodrive, spaceId, body);
  }

  @Delete(':folderId')
  @Endpoint({
    summary: 'End the synchronisation of a folder',
    description: 'The folder and its files stay.',
    scope: 'files:write',
    upstream: ['closeSyncDir'],
    status: 204,
  })
  close(@Upstream() koodrive: BoundClient, @Param() { spaceId, folderId }: SyncFolderParams): Promise<void> {
    return closeSyncFolder(koodrive, spaceId, folderId);
  }

  @Get(':folderId/changes')
  @Endpoint({
    summary: 'Read what has changed below a sync folder',
    scope: 'files:read',
    upstream: ['listChanges'],
    answer: Changes,
  })
  changes(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId, folderId }: SyncFolderParams,
    @Query() query: ListChangesQuery,
  ): Promise<Changes> {
    return listChanges(koodrive, spaceId, folderId, query);
  }
}
