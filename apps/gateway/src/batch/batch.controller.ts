import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../http/endpoint.js';
import { BatchAnswers, BatchBody } from './batch.dto.js';
import { BatchService } from './batch.service.js';

@ApiTags('batch')
@Controller('v1/batch')
export class BatchController {
  constructor(private readonly batch: BatchService) {}

  @Post()
  @Endpoint({
    summary: 'Make up to 50 reads in one round trip',
    description:
      'Each read has its own status, and its own body or problem; one that fails leaves the others alone. Each needs the ' +
      'scope of its route, counts as a read of its own, and is answered from the cache like any other. Only GETs that ' +
      'answer JSON: no streams of events, no contents of files. `X-Request-Timeout` is the time of all of them together.',
    scope: 'any',
    // What its reads reach, they reach by their own routes.
    upstream: [],
    answer: BatchAnswers,
    limit: 'reads',
  })
  answer(@Req() request: FastifyRequest, @Body() body: BatchBody): Promise<BatchAnswers> {
    return this.batch.answer(request, body);
  }
}
