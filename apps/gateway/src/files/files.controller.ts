import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { parseExpandParameter, isFullyExpanded } from '../http/response/expansion.js';
import { type CacheRule, spaceReadTags, invalidatesFiles, type CacheTagContext } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import {
  CreateFolderBody,
  ExpandedFile,
  DriveFile,
  FileParams,
  FilePath,
  FilesParams,
  FolderParams,
  FolderStats,
  ListFilesQuery,
  ReadFileQuery,
  RenameFileBody,
} from './files.dto.js';
import { FilesService } from './files.service.js';
import { createFolder, readFilePath, readFolderStats, renameFile } from './files.upstream.js';

const spaceCacheRule: CacheRule = {
  maxAgeSeconds: 15,
  staleWhileRevalidateSeconds: 120,
  staleIfErrorSeconds: 600,
  tags: spaceReadTags,
};

const expandsPermissions = ({ query }: CacheTagContext): boolean => parseExpandParameter(query).includes('permissions');

/** The tags also cover the expanded parts. Permissions are cached as briefly as on their own route. */
const expandedCacheRule: CacheRule = {
  ...spaceCacheRule,
  lifetimeOverrides: (context) =>
    expandsPermissions(context) ? { staleWhileRevalidateSeconds: 60, staleIfErrorSeconds: 0 } : {},
  cacheIf: isFullyExpanded,
};

@ApiTags('files')
@Controller('v1/spaces/:spaceId')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Get('files')
  @Endpoint({
    summary: 'List a folder',
    scope: 'files:read',
    upstreamOperations: ['getPersonalFiles', 'getDepartmentFiles', 'getSpaceByContainerID', 'getFile'],
    response: createPageClass(DriveFile),
    cache: spaceCacheRule,
  })
  list(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: FilesParams,
    @Query() query: ListFilesQuery,
  ): Promise<Page<DriveFile>> {
    return this.files.list(koodrive, spaceId, query);
  }

  @Post('folders')
  @Endpoint({
    summary: 'Create a folder',
    scope: 'files:write',
    upstreamOperations: ['createDirectory', 'getFile'],
    response: DriveFile,
    status: 201,
    createsByName: true,
    invalidates: invalidatesFiles,
    audit: 'file-changed',
  })
  createFolder(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: FilesParams,
    @Body() body: CreateFolderBody,
  ): Promise<DriveFile> {
    return createFolder(koodrive, spaceId, body);
  }

  @Get('files/:fileId')
  @Endpoint({
    summary: 'Read a file or folder',
    scope: 'files:read',
    expand: { permissions: 'permissions:read', path: 'files:read', versions: 'files:read' },
    upstreamOperations: ['getFile', 'GetFullPath', 'listRevision', 'getUserPermissionList', 'getSpaceByContainerID'],
    response: ExpandedFile,
    cache: expandedCacheRule,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() file: FileParams,
    @Query() query: ReadFileQuery,
  ): Promise<ExpandedFile> {
    return this.files.read(koodrive, file, query);
  }

  @Patch('files/:fileId')
  @Endpoint({
    summary: 'Rename a file or folder',
    scope: 'files:write',
    upstreamOperations: ['renameFile', 'getFile', 'getSpaceByContainerID'],
    response: DriveFile,
    invalidates: invalidatesFiles,
    audit: 'file-changed',
  })
  rename(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId, fileId }: FileParams,
    @Body() body: RenameFileBody,
  ): Promise<DriveFile> {
    return renameFile(koodrive, spaceId, fileId, body);
  }

  @Get('files/:fileId/path')
  @Endpoint({
    summary: 'Read the path of a file',
    scope: 'files:read',
    upstreamOperations: ['GetFullPath'],
    response: FilePath,
    cache: spaceCacheRule,
  })
  path(@UpstreamClient() koodrive: BoundClient, @Param() { spaceId, fileId }: FileParams): Promise<FilePath> {
    return readFilePath(koodrive, spaceId, fileId);
  }

  @Get('files/:fileId/stats')
  @Endpoint({
    summary: 'Count the files and folders below a folder',
    scope: 'files:read',
    upstreamOperations: ['StatsDir', 'getFile'],
    response: FolderStats,
    cache: spaceCacheRule,
  })
  stats(@UpstreamClient() koodrive: BoundClient, @Param() { spaceId, fileId }: FolderParams): Promise<FolderStats> {
    return readFolderStats(koodrive, spaceId, fileId);
  }
}
