import { Body, Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DownloadDocumentation, DownloadQuery } from '../content/content.dto.js';
import { Endpoint } from '../http/endpoint.js';
import { EventStreams } from '../http/connections/event-streams.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { getAbortSignal } from '../http/request-context.js';
import { signedInOperationIds } from './link-operations.js';
import { CurrentVisitor, type LinkVisitor, VisitorDocumentation } from './link-visitor.js';
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
@VisitorDocumentation()
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
    @CurrentVisitor() visitor: LinkVisitor,
    @Param() { code }: LinkParams,
    @Query() _query: ReadLinkQuery,
  ): Promise<ShareLink> {
    return this.links.read(visitor, code);
  }

  @Post('unlock')
  @Endpoint({
    summary: 'Unlock a link with its access code',
    description:
      'The link is then unlocked for you for twenty minutes, or less if KooDrive ends it earlier. After ten wrong codes in ' +
      'ten minutes the response is 429.',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('unlock'),
    response: ShareLink,
    audit: 'link-unlocked',
  })
  unlock(
    @CurrentVisitor() visitor: LinkVisitor,
    @Param() { code }: LinkParams,
    @Body() { extractCode }: UnlockLinkBody,
  ): Promise<ShareLink> {
    return this.links.unlock(visitor, code, extractCode);
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
    @CurrentVisitor() visitor: LinkVisitor,
    @Param() { code }: LinkParams,
    @Query() query: ListLinkFilesQuery,
  ): Promise<Page<SharedFile>> {
    return this.links.listFiles(visitor, code, query);
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
    @CurrentVisitor() visitor: LinkVisitor,
    @Param() file: LinkFileParams,
    @Query() { redirect }: DownloadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.links.download(visitor, { ...file, redirect }, request, reply, getAbortSignal(request));
  }

  @Post('jobs')
  @Endpoint({
    summary: 'Save files behind a link to a space, or package them',
    description: 'The job runs after the response. Location has its URL.',
    scope: 'share-links:write',
    upstreamOperations: [...signedInOperationIds('start'), 'getSpaceByContainerID', 'getFile'],
    response: LinkJob,
    status: 202,
    location: ({ code, id }) => `/v1/share-links/${String(code)}/jobs/${String(id)}`,
    audit: 'file-changed',
  })
  start(
    @CurrentVisitor() visitor: LinkVisitor,
    @Param() { code }: LinkParams,
    @Body() body: StartLinkJobBody,
  ): Promise<LinkJob> {
    return this.links.startJob(visitor, code, body);
  }

  @Get('jobs/:jobId')
  @Endpoint({
    summary: 'Read a job on files behind a link',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('job'),
    response: LinkJob,
  })
  job(@CurrentVisitor() visitor: LinkVisitor, @Param() { code, jobId }: LinkJobParams): Promise<LinkJob> {
    return this.links.readJob(visitor, code, jobId);
  }

  @Get('jobs/:jobId/events')
  @Endpoint({
    summary: 'Follow a job on files behind a link as server-sent events',
    description: '`progress` for each change, `end` when the job has ended. The data is the job.',
    scope: 'share-links:read',
    upstreamOperations: signedInOperationIds('job'),
    produces: 'text/event-stream',
  })
  jobEvents(
    @CurrentVisitor() visitor: LinkVisitor,
    @Req() request: FastifyRequest,
    @Param() { code, jobId }: LinkJobParams,
  ): Promise<StreamableFile> {
    return this.streams.open(
      request,
      (koodrive) => this.links.readJob({ ...visitor, koodrive }, code, jobId),
      visitor.id,
    );
  }
}
