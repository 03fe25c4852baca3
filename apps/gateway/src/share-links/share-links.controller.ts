import { Body, Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { DownloadDocumentation, DownloadQuery } from '../content/content.dto.js';
import { Endpoint } from '../http/endpoint.js';
import { EventStreams } from '../http/connections/event-streams.js';
import { streamJobEvents } from '../http/connections/job-events.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { getAbortSignal } from '../http/request-context.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { signedInOperationIds } from './link-operations.js';
import {
  LinkFileParams,
  LinkJob,
  LinkJobParams,
  LinkParams,
  ListLinkFilesQuery,
  ReadLinkQuery,
  ShareLink,
  StartLinkJobBody,
  UnlockLinkBody,
} from './share-links.dto.js';
import { ShareLinksService } from './share-links.service.js';
import { SharedFile } from '../shares/shares.dto.js';

@ApiTags('share-links')
@Controller('v1/share-links/:code')
export class ShareLinksController {
  constructor(
    private readonly links: ShareLinksService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Read a link',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('read'),
    response: ShareLink,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Query() _query: ReadLinkQuery,
  ): Promise<ShareLink> {
    return this.links.read(koodrive, code);
  }

  @Post('unlock')
  @Endpoint({
    summary: 'Unlock a link with its access code',
    description: 'The link is then unlocked for you for twenty minutes, or less if KooDrive ends it earlier.',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('unlock'),
    response: ShareLink,
  })
  unlock(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Body() { extractCode }: UnlockLinkBody,
  ): Promise<ShareLink> {
    return this.links.unlock(koodrive, code, extractCode);
  }

  @Get('files')
  @Endpoint({
    summary: 'List the files behind a link',
    description: 'The first list of the top folder counts as a view of the share.',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('list'),
    response: createPageClass(SharedFile),
  })
  list(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Query() query: ListLinkFilesQuery,
  ): Promise<Page<SharedFile>> {
    return this.links.listFiles(koodrive, code, query);
  }

  @Get('files/:fileId/content')
  @DownloadDocumentation()
  @Endpoint({
    summary: 'Download a file behind a link',
    description: 'Like a download from a space: the bytes, one range, or with `redirect=true` a pre-signed URL.',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('download'),
    produces: 'application/octet-stream',
  })
  download(
    @UpstreamClient() koodrive: BoundClient,
    @Param() file: LinkFileParams,
    @Query() { redirect }: DownloadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.links.download(koodrive, { ...file, redirect }, request.headers, reply, getAbortSignal(request));
  }

  @Post('jobs')
  @Endpoint({
    summary: 'Save files behind a link to a space, or package them',
    description: 'The job runs after the response. Location has its URL.',
    scope: 'share-links:write',
    upstreamOperations: signedInOperationIds('start'),
    response: LinkJob,
    status: 202,
    location: ({ code, id }) => `/v1/share-links/${String(code)}/jobs/${String(id)}`,
  })
  start(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Body() body: StartLinkJobBody,
  ): Promise<LinkJob> {
    return this.links.startJob(koodrive, code, body);
  }

  @Get('jobs/:jobId')
  @Endpoint({
    summary: 'Read a job on files behind a link',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('job'),
    response: LinkJob,
  })
  job(@UpstreamClient() koodrive: BoundClient, @Param() { code, jobId }: LinkJobParams): Promise<LinkJob> {
    return this.links.readJob(koodrive, code, jobId);
  }

  @Get('jobs/:jobId/events')
  @Endpoint({
    summary: 'Follow a job on files behind a link as server-sent events',
    description: '`progress` for each change, `end` when the job has ended. The data is the job.',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('job'),
    produces: 'text/event-stream',
  })
  jobEvents(@UpstreamClient() koodrive: BoundClient, @Param() { code, jobId }: LinkJobParams): Promise<StreamableFile> {
    return this.streams.open((clock, signal) =>
      streamJobEvents(() => this.links.readJob(koodrive, code, jobId), clock, signal),
    );
  }
}
