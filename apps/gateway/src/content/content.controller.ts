import { Body, Controller, Get, Headers, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { File } from '../files/files.dto.js';
import { contentLengthOf } from '../http/input/content-length.js';
import { Endpoint } from '../http/endpoint.js';
import { purgesContent } from '../http/answer/freshness.js';
import { signalOf } from '../http/request-context.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  CompleteUploadBody,
  ContentFileParams,
  ContentFolderParams,
  DownloadLinks,
  DownloadLinksBody,
  DownloadQuery,
  largestFile,
  StartUploadBody,
  Upload,
  UploadContentQuery,
  UploadParams,
  UploadParts,
  UploadPartsBody,
} from './content.dto.js';
import { DownloadsService } from './downloads.service.js';
import { UploadsService } from './uploads.service.js';

const bytes = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } } };

@ApiTags('content')
@Controller('v1/spaces/:spaceId')
export class ContentController {
  constructor(
    private readonly downloads: DownloadsService,
    private readonly uploads: UploadsService,
  ) {}

  @Get('files/:fileId/content')
  @ApiResponse({ status: 206, description: 'The range asked for.', ...bytes })
  @ApiResponse({ status: 302, description: 'The bytes are at the address in Location.' })
  @ApiHeader({ name: 'If-Range', required: false, description: 'An ETag: all bytes where it is no longer right.' })
  @ApiHeader({ name: 'Range', required: false, description: 'One range of bytes.', example: 'bytes=0-1023' })
  @Endpoint({
    summary: 'Download a file',
    description:
      'The bytes, or one range of them; always as an attachment. With `redirect=true` 302 to a pre-signed address.',
    scope: 'files:read',
    upstream: ['getDownLoadUrl'],
    produces: 'application/octet-stream',
  })
  download(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId, fileId }: ContentFileParams,
    @Query() { redirect }: DownloadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.downloads.answer(koodrive, { spaceId, fileId, redirect }, request.headers, reply, signalOf(request));
  }

  @Post('download-links')
  @Endpoint({
    summary: 'Get pre-signed addresses of files',
    description:
      'One result for each file. An address opens its file to anybody for about an hour: hand it on with care.',
    scope: 'files:read',
    upstream: ['getDownLoadUrl'],
    answer: DownloadLinks,
  })
  links(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: ContentFolderParams,
    @Body() { fileIds }: DownloadLinksBody,
  ): Promise<DownloadLinks> {
    return this.downloads.links(koodrive, spaceId, fileIds);
  }

  @Put('content')
  @Endpoint({
    summary: 'Upload a file',
    description: 'The body is the file, whatever its Content-Type; Content-Length is needed. At most 200 GB.',
    scope: 'files:write',
    upstream: ['createFile', 'uploadUrl', 'completeFile', 'getFile'],
    answer: File,
    status: 201,
    streamedBody: true,
    purge: purgesContent,
  })
  upload(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: ContentFolderParams,
    @Query() query: UploadContentQuery,
    @Headers('content-length') length: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<File> {
    return this.uploads.put(
      koodrive,
      spaceId,
      query,
      request.raw,
      contentLengthOf(length, largestFile),
      signalOf(request),
    );
  }

  @Put('files/:fileId/content')
  @Endpoint({
    summary: 'Upload a new version of a file',
    description: 'The body is the new content; Content-Length is needed. What was there stays as a version.',
    scope: 'files:write',
    upstream: ['createHistoryVersions', 'uploadUrl', 'completeFileRevision', 'getFile'],
    answer: File,
    streamedBody: true,
    purge: purgesContent,
  })
  uploadVersion(
    @Upstream() koodrive: BoundClient,
    @Param() file: ContentFileParams,
    @Headers('content-length') length: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<File> {
    const { raw } = request;
    return this.uploads.putVersion(koodrive, file, raw, contentLengthOf(length, largestFile), signalOf(request));
  }

  @Post('uploads')
  @Endpoint({
    summary: 'Begin an upload that you carry out yourself',
    description: 'PUT each part to its address, one after another; then complete it.',
    scope: 'files:write',
    upstream: ['createFile'],
    answer: Upload,
    status: 201,
  })
  start(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: ContentFolderParams,
    @Body() body: StartUploadBody,
  ): Promise<Upload> {
    return this.uploads.start(koodrive, spaceId, body);
  }

  @Post('uploads/:uploadId/parts')
  @Endpoint({
    summary: 'Get addresses for more parts',
    scope: 'files:write',
    upstream: ['uploadUrl'],
    answer: UploadParts,
  })
  parts(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId, uploadId }: UploadParams,
    @Body() { parts }: UploadPartsBody,
  ): Promise<UploadParts> {
    return this.uploads.parts(koodrive, spaceId, uploadId, parts);
  }

  @Post('uploads/:uploadId/complete')
  @Endpoint({
    summary: 'Complete an upload',
    scope: 'files:write',
    upstream: ['completeFile', 'getFile'],
    answer: File,
    status: 201,
    purge: purgesContent,
  })
  complete(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId, uploadId }: UploadParams,
    @Body() body: CompleteUploadBody,
  ): Promise<File> {
    return this.uploads.complete(koodrive, spaceId, uploadId, body);
  }
}
