import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { expandedWords, isWhole } from '../http/answer/expansion.js';
import { type CacheRule, insideSpace, purgesFiles, type RouteSubject } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  CreateFolderBody,
  ExpandedFile,
  File,
  FileParams,
  FilePath,
  FolderParams,
  FolderStats,
  ListFilesQuery,
  ReadFileQuery,
  RenameFileBody,
} from './files.dto.js';
import { FilesService } from './files.service.js';
import { createFolder, readPath, readStats, renameFile } from './files.upstream.js';

const keptBySpace: CacheRule = {
  fresh: 15,
  stale: 120,
  staleOnError: 600,
  tags: insideSpace,
};

const withPermissions = ({ query }: RouteSubject): boolean => expandedWords(query).includes('permissions');

/** The tags are those of its parts, too; permissions are kept as briefly as by their own route. */
const keptWithParts: CacheRule = {
  ...keptBySpace,
  times: (subject) => (withPermissions(subject) ? { stale: 60, staleOnError: 0 } : {}),
  keepIf: isWhole,
};

@ApiTags('files')
@Controller('v1/spaces/:spaceId')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Get('files')
  @Endpoint({
    summary: 'List a folder',
    scope: 'files:read',
    upstream: ['getPersonalFiles', 'getDepartmentFiles', 'getSpaceByContainerID'],
    answer: pageOf(File),
    cache: keptBySpace,
  })
  list(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: FolderParams,
    @Query() query: ListFilesQuery,
  ): Promise<Page<File>> {
    return this.files.list(koodrive, spaceId, query);
  }

  @Post('folders')
  @Endpoint({
    summary: 'Make a folder',
    scope: 'files:write',
    upstream: ['createDirectory', 'getFile'],
    answer: File,
    status: 201,
    purge: purgesFiles,
  })
  createFolder(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: FolderParams,
    @Body() body: CreateFolderBody,
  ): Promise<File> {
    return createFolder(koodrive, spaceId, body);
  }

  @Get('files/:fileId')
  @Endpoint({
    summary: 'Read a file or folder',
    scope: 'files:read',
    expand: { permissions: 'permissions:read', path: 'files:read', versions: 'files:read' },
    upstream: ['getFile', 'GetFullPath', 'listRevision', 'getUserPermissionList', 'getSpaceByContainerID'],
    answer: ExpandedFile,
    cache: keptWithParts,
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() file: FileParams,
    @Query() query: ReadFileQuery,
  ): Promise<ExpandedFile> {
    return this.files.read(koodrive, file, query);
  }

  @Patch('files/:fileId')
  @Endpoint({
    summary: 'Rename a file or folder',
    scope: 'files:write',
    upstream: ['renameFile', 'getFile'],
    answer: File,
    purge: purgesFiles,
  })
  rename(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId, fileId }: FileParams,
    @Body() body: RenameFileBody,
  ): Promise<File> {
    return renameFile(koodrive, spaceId, fileId, body);
  }

  @Get('files/:fileId/path')
  @Endpoint({
    summary: 'Tell where a file is',
    scope: 'files:read',
    upstream: ['GetFullPath'],
    answer: FilePath,
    cache: keptBySpace,
  })
  path(@Upstream() koodrive: BoundClient, @Param() { spaceId, fileId }: FileParams): Promise<FilePath> {
    return readPath(koodrive, spaceId, fileId);
  }

  @Get('files/:fileId/stats')
  @Endpoint({
    summary: 'Count what is below a folder',
    scope: 'files:read',
    upstream: ['StatsDir'],
    answer: FolderStats,
    cache: keptBySpace,
  })
  stats(@Upstream() koodrive: BoundClient, @Param() { spaceId, fileId }: FileParams): Promise<FolderStats> {
    return readStats(koodrive, spaceId, fileId);
  }
}
