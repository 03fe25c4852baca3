import { Body, Controller, Get, Headers, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { DriveFile } from '../files/files.dto.js';
import { parseContentLength } from '../http/input/content-length.js';
import { Endpoint } from '../http/endpoint.js';
import { invalidatesContent } from '../http/response/cache-tags.js';
import { getAbortSignal } from '../http/request-context.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import {
  CompleteUploadBody,
  ContentFileParams,
  ContentParams,
  DownloadDocumentation,
  DownloadLinks,
  DownloadLinksBody,
  DownloadQuery,
  maxFileSizeBytes,
  StartUploadBody,
  Upload,
  UploadContentQuery,
  UploadParams,
  UploadParts,
  UploadPartsBody,
} from './content.dto.js';
import { DownloadsService } from './downloads.service.js';
import { UploadsService } from './uploads.service.js';

@ApiTags('content')
@Controller('v1/spaces/:spaceId')
export class ContentController {
  constructor(
    private readonly downloads: DownloadsService,
    private readonly uploads: UploadsService,
  ) {}

  @Get('files/:fileId/content')
  @DownloadDocumentation()
  @Endpoint({
    summary: 'Download a file',
    description:
      'The bytes, or one range of them, always as an attachment. With `redirect=true`, 302 to a pre-signed URL. ' +
      'HEAD returns the headers of all bytes. The ETag identifies the content, not the name of the file.',
    scope: 'files:read',
    upstreamOperations: ['getDownLoadUrl'],
    produces: 'application/octet-stream',
  })
  download(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId, fileId }: ContentFileParams,
    @Query() { redirect }: DownloadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.downloads.download(koodrive, { spaceId, fileId, redirect }, request, reply, getAbortSignal(request));
  }

  @Post('download-links')
  @Endpoint({
    summary: 'Create pre-signed URLs for files',
    description: 'One result for each file. For about an hour, everybody who has the URL can download the file.',
    scope: 'files:read',
    safe: true,
    upstreamOperations: ['getDownLoadUrl'],
    response: DownloadLinks,
  })
  links(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: ContentParams,
    @Body() { fileIds }: DownloadLinksBody,
  ): Promise<DownloadLinks> {
    return this.downloads.createLinks(koodrive, spaceId, fileIds);
  }

  @Put('content')
  @Endpoint({
    summary: 'Upload a file',
    description: 'The body is the file; its Content-Type is ignored. Content-Length is required. At most 200 GB.',
    scope: 'files:write',
    upstreamOperations: ['createFile', 'uploadUrl', 'completeFile', 'getFile'],
    response: DriveFile,
    status: 201,
    createsByName: true,
    streamedBody: true,
    invalidates: invalidatesContent,
    audit: 'file-changed',
  })
  upload(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: ContentParams,
    @Query() query: UploadContentQuery,
    @Headers('content-length') contentLength: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<DriveFile> {
    return this.uploads.uploadFile(
      koodrive,
      spaceId,
      query,
      request.raw,
      parseContentLength(contentLength, maxFileSizeBytes),
      getAbortSignal(request),
    );
  }

  @Put('files/:fileId/content')
  @Endpoint({
    summary: 'Upload a new version of a file',
    description:
      'The body is the new content. Content-Length is required. The previous content stays as a version. If-Match takes the ' +
      'ETag of the content (GET or HEAD of this path), not that of the file.',
    scope: 'files:write',
    upstreamOperations: ['createHistoryVersions', 'uploadUrl', 'completeFileRevision', 'getFile'],
    response: DriveFile,
    streamedBody: true,
    invalidates: invalidatesContent,
    audit: 'file-changed',
  })
  uploadVersion(
    @UpstreamClient() koodrive: BoundClient,
    @Param() file: ContentFileParams,
    @Headers('content-length') contentLength: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<DriveFile> {
    return this.uploads.uploadVersion(
      koodrive,
      file,
      request.raw,
      parseContentLength(contentLength, maxFileSizeBytes),
      getAbortSignal(request),
    );
  }

  @Post('uploads')
  @Endpoint({
    summary: 'Start a direct upload to the object store',
    description: 'PUT each part to its URL, one part after the other. Then complete the upload.',
    scope: 'files:write',
    upstreamOperations: ['createFile', 'getFile'],
    response: Upload,
    status: 201,
    createsByName: true,
    audit: 'file-changed',
  })
  start(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: ContentParams,
    @Body() body: StartUploadBody,
  ): Promise<Upload> {
    return this.uploads.start(koodrive, spaceId, body);
  }

  @Post('uploads/:uploadId/parts')
  @Endpoint({
    summary: 'Create URLs for more parts',
    scope: 'files:write',
    upstreamOperations: ['uploadUrl'],
    response: UploadParts,
    audit: { notRecorded: 'an upload is recorded when it starts and when it is complete' },
  })
  parts(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId, uploadId }: UploadParams,
    @Body() { parts }: UploadPartsBody,
  ): Promise<UploadParts> {
    return this.uploads.createPartUrls(koodrive, spaceId, uploadId, parts);
  }

  @Post('uploads/:uploadId/complete')
  @Endpoint({
    summary: 'Complete an upload',
    scope: 'files:write',
    upstreamOperations: ['completeFile', 'getFile'],
    response: DriveFile,
    status: 201,
    invalidates: invalidatesContent,
    audit: 'file-changed',
  })
  complete(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId, uploadId }: UploadParams,
    @Body() body: CompleteUploadBody,
  ): Promise<DriveFile> {
    return this.uploads.complete(koodrive, spaceId, uploadId, body);
  }
}
