import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { invalidatesFiles } from '../http/response/cache-tags.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import {
  FileChangeList,
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
    summary: 'Start the synchronization of a folder',
    scope: 'files:write',
    upstreamOperations: ['createSyncDir', 'getFile'],
    response: SyncFolder,
    status: 201,
    invalidates: invalidatesFiles,
    audit: 'sync-folder-changed',
  })
  open(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: SyncFoldersParams,
    @Body() body: OpenSyncFolderBody,
  ): Promise<SyncFolder> {
    return this.folders.open(koodrive, spaceId, body);
  }

  @Delete(':folderId')
  @Endpoint({
    summary: 'End the synchronization of a folder',
    description: 'The folder and its files stay.',
    scope: 'files:write',
    upstreamOperations: ['closeSyncDir'],
    status: 204,
    audit: 'sync-folder-changed',
  })
  close(@UpstreamClient() koodrive: BoundClient, @Param() { spaceId, folderId }: SyncFolderParams): Promise<void> {
    return closeSyncFolder(koodrive, spaceId, folderId);
  }

  @Get(':folderId/changes')
  @Endpoint({
    summary: 'List the changes below a sync folder',
    scope: 'files:read',
    upstreamOperations: ['listChanges'],
    response: FileChangeList,
  })
  changes(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId, folderId }: SyncFolderParams,
    @Query() query: ListChangesQuery,
  ): Promise<FileChangeList> {
    return listChanges(koodrive, spaceId, folderId, query);
  }
}
