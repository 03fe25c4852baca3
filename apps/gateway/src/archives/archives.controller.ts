import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { signalOf } from '../http/request-context.js';
import { Upstream } from '../http/upstream.decorator.js';
import { ArchiveEntries, ArchiveParams, OpenArchiveBody } from './archives.dto.js';
import { ArchivesService } from './archives.service.js';

@ApiTags('archives')
@Controller('v1/spaces/:spaceId/files/:fileId/entries')
export class ArchivesController {
  constructor(private readonly archives: ArchivesService) {}

  @Post()
  @Endpoint({
    summary: 'Look into an archive',
    description:
      'A POST because it may carry a password, which belongs in no address; it changes nothing. Extract entries by a job with `action: extract`.',
    scope: 'files:read',
    upstream: ['listFile', 'getJobDetail'],
    answer: ArchiveEntries,
  })
  entries(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId, fileId }: ArchiveParams,
    @Body() { password }: OpenArchiveBody,
    @Req() request: FastifyRequest,
  ): Promise<ArchiveEntries> {
    return this.archives.entries(koodrive, spaceId, fileId, password, signalOf(request));
  }
}
