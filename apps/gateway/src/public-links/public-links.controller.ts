import { Body, Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DownloadDocumentation, DownloadQuery } from '../content/content.dto.js';
import { Endpoint } from '../http/endpoint.js';
import { EventStreams } from '../http/connections/event-streams.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { getAbortSignal } from '../http/request-context.js';
import { publicOperationIds } from '../share-links/link-operations.js';
import { CurrentVisitor, type LinkVisitor, VisitorDocumentation } from '../share-links/link-visitor.js';
import {
  LinkFileParams,
  LinkJob,
  LinkJobParams,
  LinkParams,
  ListLinkFilesQuery,
  PackageLinkBody,
  ReadLinkQuery,
  ShareLink,
  UnlockLinkBody,
} from '../share-links/share-links.dto.js';
import { ShareLinksService } from '../share-links/share-links.service.js';
import { SharedFile } from '../shares/shares.dto.js';

/** The routes exist only if this environment variable is set. */
const enabledByVariable = 'PUBLIC_LINKS_AGENT_NAME';

@ApiTags('public-links')
@VisitorDocumentation()
@Controller('v1/public-links/:code')
export class PublicLinksController {
  constructor(
    private readonly links: ShareLinksService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Read a public link',
    scope: 'public-links:read',
    upstreamOperations: publicOperationIds('read'),
    response: ShareLink,
    enabledByVariable,
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
    summary: 'Unlock a public link with its access code',
    description:
      'The link is then unlocked for you for twenty minutes, or less if KooDrive ends it earlier. After ten wrong codes in ' +
      'ten minutes the response is 429.',
    scope: 'public-links:read',
    upstreamOperations: publicOperationIds('unlock'),
    response: ShareLink,
    enabledByVariable,
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
    summary: 'List the files behind a public link',
    description: 'The first list of the top folder counts as a view of the share.',
    scope: 'public-links:read',
    upstreamOperations: publicOperationIds('list'),
    response: createPageClass(SharedFile),
    enabledByVariable,
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
    summary: 'Download a file behind a public link',
    description: 'Like a download from a space: the bytes, one range, or with `redirect=true` a pre-signed URL.',
    scope: 'public-links:read',
    upstreamOperations: publicOperationIds('download'),
    produces: 'application/octet-stream',
    enabledByVariable,
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
    summary: 'Package files behind a public link',
    description: 'The job runs after the response. Location has its URL.',
    scope: 'public-links:write',
    upstreamOperations: publicOperationIds('start'),
    response: LinkJob,
    status: 202,
    location: ({ code, id }) => `/v1/public-links/${String(code)}/jobs/${String(id)}`,
    enabledByVariable,
    audit: 'file-changed',
  })
  start(
    @CurrentVisitor() visitor: LinkVisitor,
    @Param() { code }: LinkParams,
    @Body() body: PackageLinkBody,
  ): Promise<LinkJob> {
    return this.links.startJob(visitor, code, { ...body, action: 'package', targetFolderId: 'root' });
  }

  @Get('jobs/:jobId')
  @Endpoint({
    summary: 'Read a job on files behind a public link',
    scope: 'public-links:read',
    upstreamOperations: publicOperationIds('job'),
    response: LinkJob,
    enabledByVariable,
  })
  job(@CurrentVisitor() visitor: LinkVisitor, @Param() { code, jobId }: LinkJobParams): Promise<LinkJob> {
    return this.links.readJob(visitor, code, jobId);
  }

  @Get('jobs/:jobId/events')
  @Endpoint({
    summary: 'Follow a job on files behind a link as server-sent events',
    description: '`progress` for each change, `end` when the job has ended. The data is the job.',
    scope: 'public-links:read',
    upstreamOperations: publicOperationIds('job'),
    produces: 'text/event-stream',
    enabledByVariable,
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
