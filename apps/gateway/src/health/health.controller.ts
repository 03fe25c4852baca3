import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Metrics } from '#telemetry';
import { Endpoint } from '../http/endpoint.js';
import { Health } from './health.dto.js';
import { Readiness } from './readiness.js';
import { RecentResult } from './recent-result.js';

const maxMetricsAgeMs = 1_000;

@ApiTags('health')
@Controller()
export class HealthController {
  private readonly renderedMetrics = new RecentResult(() => this.metrics.render(), maxMetricsAgeMs);

  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  @Get('live')
  @Endpoint({
    summary: 'Check whether the process works',
    scope: 'public',
    upstreamOperations: [],
    response: Health,
    rateLimit: 'none',
  })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Endpoint({
    summary: 'Check whether this instance should get traffic',
    description:
      '503 while the instance starts or drains. A dependency that does not work is reported with its reason, but the ' +
      'instance stays ready: another one would have the same trouble.',
    scope: 'public',
    upstreamOperations: [],
    response: Health,
    rateLimit: 'none',
  })
  ready(): Promise<Health> {
    return this.readiness.check();
  }

  @Get('metrics')
  @Endpoint({
    summary: 'Metrics for Prometheus',
    scope: 'public',
    upstreamOperations: [],
    produces: 'text/plain',
  })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.renderedMetrics.get();
  }
}
