import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { ArchiveEntries, ArchiveParams, OpenArchiveBody } from './archives.dto.js';
import { ArchivesService } from './archives.service.js';

@ApiTags('archives')
@Controller('v1/spaces/:spaceId/files/:fileId/entries')
export class ArchivesController {
  constructor(private readonly archives: ArchivesService) {}

  @Post()
  @Endpoint({
    summary: 'List the entries of an archive',
    description:
      'A POST, because the request may carry a password, which must not be in a URL. It changes nothing. To extract ' +
      'entries, start a job with `action: extract`.',
    scope: 'files:read',
    safe: true,
    upstreamOperations: ['listFile', 'getJobDetail'],
    response: ArchiveEntries,
  })
  entries(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId, fileId }: ArchiveParams,
    @Body() { password }: OpenArchiveBody,
    @Req() request: FastifyRequest,
  ): Promise<ArchiveEntries> {
    return this.archives.listEntries(koodrive, { spaceId, fileId, password }, request.gateway);
  }
}
