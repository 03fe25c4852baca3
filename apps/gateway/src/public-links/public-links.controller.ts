import { Body, Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { DownloadQuery } from '../content/content.dto.js';
import { Endpoint } from '../http/endpoint.js';
import { EventStreams } from '../http/connections/event-streams.js';
import { jobEvents } from '../http/connections/job-events.js';
import { type Page, pageOf } from '../http/input/page.js';
import { signalOf } from '../http/request-context.js';
import { Upstream } from '../http/upstream.decorator.js';
import { publicNames } from '../share-links/link-operations.js';
import {
  LinkFileParams,
  LinkJob,
  LinkJobParams,
  LinkParams,
  ListLinkFilesQuery,
  PackageLinkBody,
  ReadLinkQuery,
  ShareLink,
  UnlockBody,
} from '../share-links/share-links.dto.js';
import { ShareLinksService } from '../share-links/share-links.service.js';
import { SharedFile } from '../shares/shares.dto.js';

const bytes = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } } };
const offUnless = 'PUBLIC_LINKS_AGENT_NAME';

@ApiTags('public-links')
@Controller('v1/public-links/:code')
export class PublicLinksController {
  constructor(
    private readonly links: ShareLinksService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Open a public link: what a visitor may know of it',
    scope: 'public-links:read',
    upstream: publicNames('read'),
    answer: ShareLink,
    offUnless,
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Query() _query: ReadLinkQuery,
  ): Promise<ShareLink> {
    return this.links.read(koodrive, code);
  }

  @Post('unlock')
  @Endpoint({
    summary: 'Give the access code of a public link',
    description: 'It then opens to you for twenty minutes, or as long as KooDrive lets it.',
    scope: 'public-links:read',
    upstream: publicNames('unlock'),
    answer: ShareLink,
    offUnless,
  })
  unlock(
    @Upstream() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Body() { extractCode }: UnlockBody,
  ): Promise<ShareLink> {
    return this.links.unlock(koodrive, code, extractCode);
  }

  @Get('files')
  @Endpoint({
    summary: 'List the files behind a public link',
    description: 'The first look at the top counts as a view of the share.',
    scope: 'public-links:read',
    upstream: publicNames('list'),
    answer: pageOf(SharedFile),
    offUnless,
  })
  list(
    @Upstream() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Query() query: ListLinkFilesQuery,
  ): Promise<Page<SharedFile>> {
    return this.links.list(koodrive, code, query);
  }

  @Get('files/:fileId/content')
  @ApiResponse({ status: 206, description: 'The range asked for.', ...bytes })
  @ApiResponse({ status: 302, description: 'The bytes are at the address in Location.' })
  @ApiHeader({ name: 'If-Range', required: false, description: 'An ETag: all bytes where it is no longer right.' })
  @ApiHeader({ name: 'Range', required: false, description: 'One range of bytes.', example: 'bytes=0-1023' })
  @Endpoint({
    summary: 'Download a file behind a public link',
    description: 'As from a space: the bytes, a range of them, or with `redirect=true` a pre-signed address.',
    scope: 'public-links:read',
    upstream: publicNames('download'),
    produces: 'application/octet-stream',
    offUnless,
  })
  download(
    @Upstream() koodrive: BoundClient,
    @Param() file: LinkFileParams,
    @Query() { redirect }: DownloadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.links.download(koodrive, { ...file, redirect }, request.headers, reply, signalOf(request));
  }

  @Post('jobs')
  @Endpoint({
    summary: 'Pack files behind a public link',
    description: 'Goes on after the answer: follow it at the address in Location.',
    scope: 'public-links:write',
    upstream: publicNames('start'),
    answer: LinkJob,
    status: 202,
    location: ({ code, id }) => `/v1/public-links/${String(code)}/jobs/${String(id)}`,
    offUnless,
  })
  start(
    @Upstream() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Body() body: PackageLinkBody,
  ): Promise<LinkJob> {
    return this.links.start(koodrive, code, { ...body, action: 'package', targetFolderId: 'root' });
  }

  @Get('jobs/:jobId')
  @Endpoint({
    summary: 'Read a job on files behind a public link',
    scope: 'public-links:read',
    upstream: publicNames('job'),
    answer: LinkJob,
    offUnless,
  })
  job(@Upstream() koodrive: BoundClient, @Param() { code, jobId }: LinkJobParams): Promise<LinkJob> {
    return this.links.job(koodrive, code, jobId);
  }

  @Get('jobs/:jobId/events')
  @Endpoint({
    summary: 'Follow a job on files behind a link as server-sent events',
    description: '`progress` whenever something changed, `end` once it is over; the data is the job.',
    scope: 'public-links:read',
    upstream: publicNames('job'),
    produces: 'text/event-stream',
    offUnless,
  })
  jobEvents(@Upstream() koodrive: BoundClient, @Param() { code, jobId }: LinkJobParams): Promise<StreamableFile> {
    return this.streams.open((pace, signal) => jobEvents(() => this.links.job(koodrive, code, jobId), pace, signal));
  }
}
