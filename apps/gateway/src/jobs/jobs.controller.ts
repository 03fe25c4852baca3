import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { EventStreams } from '../http/connections/event-streams.js';
import { purgesFilesOfJob } from '../http/answer/freshness.js';
import { jobEvents } from '../http/connections/job-events.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
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
  @Endpoint({ summary: 'List your jobs', scope: 'jobs:read', upstream: ['getJobList'], answer: pageOf(Job) })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListJobsQuery): Promise<Page<Job>> {
    return listJobs(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Copy, move, delete or restore files',
    description: 'Goes on after the answer: follow it at the address in Location, by reading or as events.',
    scope: 'jobs:write',
    upstream: ['createJob', 'getJobDetail', 'GetFullPath', 'getSpaceByContainerID'],
    answer: Job,
    status: 202,
    purge: purgesFilesOfJob,
    location: ({ id }) => `/v1/jobs/${String(id)}`,
  })
  start(@Upstream() koodrive: BoundClient, @Body() body: StartJobBody): Promise<Job> {
    return this.jobs.start(koodrive, body);
  }

  @Get(':jobId')
  @Endpoint({ summary: 'Read a job', scope: 'jobs:read', upstream: ['getJobDetail'], answer: Job })
  read(@Upstream() koodrive: BoundClient, @Param() { jobId }: JobParams): Promise<Job> {
    return this.jobs.read(koodrive, jobId);
  }

  @Post(':jobId/cancel')
  @Endpoint({ summary: 'Cancel a job', scope: 'jobs:write', upstream: ['cancelJob', 'getJobDetail'], answer: Job })
  cancel(@Upstream() koodrive: BoundClient, @Param() { jobId }: JobParams): Promise<Job> {
    return this.jobs.cancel(koodrive, jobId);
  }

  @Get(':jobId/events')
  @Endpoint({
    summary: 'Follow a job as server-sent events',
    description: '`progress` whenever something changed, `end` once it is over; the data is the job.',
    scope: 'jobs:read',
    upstream: ['getJobDetail'],
    produces: 'text/event-stream',
  })
  events(@Upstream() koodrive: BoundClient, @Param() { jobId }: JobParams): Promise<StreamableFile> {
    return this.streams.open((pace, signal) => jobEvents(() => this.jobs.read(koodrive, jobId), pace, signal));
  }
}
