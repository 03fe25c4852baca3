import { Body, Controller, Get, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { EventStreams } from '../http/connections/event-streams.js';
import { invalidatesJobFiles } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { Job, JobParams, ListJobsQuery, StartJobBody } from './jobs.dto.js';
import { JobsService } from './jobs.service.js';
import { listJobs } from './jobs.upstream.js';

@ApiTags('jobs')
@Controller('v1/jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Endpoint({
    summary: 'List your jobs',
    scope: 'jobs:read',
    upstreamOperations: ['getJobList'],
    response: createPageClass(Job),
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListJobsQuery): Promise<Page<Job>> {
    return listJobs(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Start a job: copy, move, delete, restore, extract or package files',
    description: 'The job runs after the response. Location has its URL: read the job there or follow its events.',
    scope: 'jobs:write',
    upstreamOperations: ['createJob', 'getJobDetail', 'GetFullPath', 'getSpaceByContainerID', 'getFile'],
    response: Job,
    status: 202,
    invalidates: invalidatesJobFiles,
    location: ({ id }) => `/v1/jobs/${String(id)}`,
    audit: ({ action }) => (action === 'delete' ? 'file-deleted' : 'file-changed'),
  })
  start(@UpstreamClient() koodrive: BoundClient, @Body() body: StartJobBody): Promise<Job> {
    return this.jobs.start(koodrive, body);
  }

  @Get(':jobId')
  @Endpoint({ summary: 'Read a job', scope: 'jobs:read', upstreamOperations: ['getJobDetail'], response: Job })
  read(@UpstreamClient() koodrive: BoundClient, @Param() { jobId }: JobParams): Promise<Job> {
    return this.jobs.read(koodrive, jobId);
  }

  @Post(':jobId/cancel')
  @Endpoint({
    summary: 'Cancel a job',
    scope: 'jobs:write',
    upstreamOperations: ['cancelJob', 'getJobDetail'],
    response: Job,
    audit: 'job-cancelled',
  })
  cancel(@UpstreamClient() koodrive: BoundClient, @Param() { jobId }: JobParams): Promise<Job> {
    return this.jobs.cancel(koodrive, jobId);
  }

  @Get(':jobId/events')
  @Endpoint({
    summary: 'Follow a job as server-sent events',
    description: '`progress` for each change, `end` when the job has ended. The data is the job.',
    scope: 'jobs:read',
    upstreamOperations: ['getJobDetail'],
    produces: 'text/event-stream',
  })
  events(@Req() request: FastifyRequest, @Param() { jobId }: JobParams): Promise<StreamableFile> {
    return this.streams.open(request, (koodrive) => this.jobs.read(koodrive, jobId));
  }
}
