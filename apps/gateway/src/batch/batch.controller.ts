import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../http/endpoint.js';
import { BatchResponse, BatchBody } from './batch.dto.js';
import { BatchService } from './batch.service.js';

@ApiTags('batch')
@Controller('v1/batch')
export class BatchController {
  constructor(private readonly batch: BatchService) {}

  @Post()
  @Endpoint({
    summary: 'Make up to 50 reads in one round trip',
    description:
      'Each read has its own status, and its own body or problem. A read that fails does not affect the others. Each ' +
      'read requires the scope of its route, counts as one read, and uses the cache. Only GETs that return JSON are ' +
      'allowed: no event streams, no file contents. `X-Request-Timeout` limits the time of all reads together.',
    scope: 'any',
    safe: true,
    // The routes of the reads declare the operations.
    upstreamOperations: [],
    response: BatchResponse,
    rateLimit: 'reads',
  })
  execute(@Req() request: FastifyRequest, @Body() body: BatchBody): Promise<BatchResponse> {
    return this.batch.execute(request, body);
  }
}
