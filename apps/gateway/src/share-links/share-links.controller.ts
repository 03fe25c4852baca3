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
import { signedInNames } from './link-operations.js';
import {
  LinkFileParams,
  LinkJob,
  LinkJobParams,
  LinkParams,
  ListLinkFilesQuery,
  ReadLinkQuery,
  ShareLink,
  StartLinkJobBody,
  UnlockBody,
} from './share-links.dto.js';
import { ShareLinksService } from './share-links.service.js';
import { SharedFile } from '../shares/shares.dto.js';

const bytes = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } } };

@ApiTags('share-links')
@Controller('v1/share-links/:code')
export class ShareLinksController {
  constructor(
    private readonly links: ShareLinksService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Open a link: what a visitor may know of it',
    scope: 'share-links:read',
    upstream: signedInNames('read'),
    answer: ShareLink,
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
    summary: 'Give the access code of a link',
    description: 'It then opens to you for twenty minutes, or as long as KooDrive lets it.',
    scope: 'share-links:read',
    upstream: signedInNames('unlock'),
    answer: ShareLink,
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
    summary: 'List the files behind a link',
    description: 'The first look at the top counts as a view of the share.',
    scope: 'share-links:read',
    upstream: signedInNames('list'),
    answer: pageOf(SharedFile),
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
    summary: 'Download a file behind a link',
    description: 'As from a space: the bytes, a range of them, or with `redirect=true` a pre-signed address.',
    scope: 'share-links:read',
    upstream: signedInNames('download'),
    produces: 'application/octet-stream',
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
    summary: 'Save files behind a link into a space, or pack them',
    description: 'Goes on after the answer: follow it at the address in Location.',
    scope: 'share-links:write',
    upstream: signedInNames('start'),
    answer: LinkJob,
    status: 202,
    location: ({ code, id }) => `/v1/share-links/${String(code)}/jobs/${String(id)}`,
  })
  start(
    @Upstream() koodrive: BoundClient,
    @Param() { code }: LinkParams,
    @Body() body: StartLinkJobBody,
  ): Promise<LinkJob> {
    return this.links.start(koodrive, code, body);
  }

  @Get('jobs/:jobId')
  @Endpoint({
    summary: 'Read a job on files behind a link',
    scope: 'share-links:read',
    upstream: signedInNames('job'),
    answer: LinkJob,
  })
  job(@Upstream() koodrive: BoundClient, @Param() { code, jobId }: LinkJobParams): Promise<LinkJob> {
    return this.links.job(koodrive, code, jobId);
  }

  @Get('jobs/:jobId/events')
  @Endpoint({
    summary: 'Follow a job on files behind a link as server-sent events',
    description: '`progress` whenever something changed, `end` once it is over; the data is the job.',
    scope: 'share-links:read',
    upstream: signedInNames('job'),
    produces: 'text/event-stream',
  })
  jobEvents(@Upstream() koodrive: BoundClient, @Param() { code, jobId }: LinkJobParams): Promise<StreamableFile> {
    return this.streams.open((pace, signal) => jobEvents(() => this.links.job(koodrive, code, jobId), pace, signal));
  }
}
