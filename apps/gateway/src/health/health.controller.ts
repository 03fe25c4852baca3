import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Metrics } from '#telemetry';
import { Endpoint } from '../http/endpoint.js';
import { Health } from './health.dto.js';
import { Readiness } from './readiness.js';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  @Get('live')
  @Endpoint({ summary: 'Whether the process works', scope: 'public', upstream: [], answer: Health })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Endpoint({
    summary: 'Whether this instance should get traffic',
    description: '503 while it starts and while it drains. Redis or KooDrive away is told, and no reason to leave.',
    scope: 'public',
    upstream: [],
    answer: Health,
  })
  ready(): Promise<Health> {
    return this.readiness.check();
  }

  @Get('metrics')
  @Endpoint({
    summary: 'Metrics for Prometheus',
    scope: 'public',
    upstream: [],
    produces: 'text/plain',
  })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.metrics.text();
  }
}
