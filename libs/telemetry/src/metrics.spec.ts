import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('count requests by method, template of the route and status', async () => {
    const metrics = new Metrics({ process: false });
    metrics.recordRequestStart();
    metrics.recordRequestStart();
    metrics.recordRequestEnd('GET', '/v1/spaces/:spaceId', 200, 0.004);
    const text = await metrics.render();
    expect(text).toContain(
      'http_server_request_duration_seconds_count{method="GET",route="/v1/spaces/:spaceId",status="200"} 1',
    );
    expect(text).toContain(
      'http_server_request_duration_seconds_bucket{le="0.005",method="GET",route="/v1/spaces/:spaceId",status="200"} 1',
    );
    expect(text).toContain('http_server_active_requests 1');
  });

  it('create no time series for unknown methods and routes', async () => {
    const metrics = new Metrics({ process: false });
    for (let count = 0; count < 100; count += 1) metrics.recordRequestEnd(`METHOD${count}`, undefined, 404, 0);
    expect((await metrics.render()).match(/request_duration_seconds_count/g)).toHaveLength(1);
    expect(await metrics.render()).toContain('{method="other",route="unmatched",status="404"} 100');
  });

  it('count attempts and retries of calls to KooDrive, and measure their duration', async () => {
    const metrics = new Metrics({ process: false });
    metrics.recordUpstreamAttempt('getFile', 1);
    metrics.recordUpstreamAttempt('getFile', 2);
    metrics.recordUpstreamCall('getFile', 'ok', 0.2);
    const text = await metrics.render();
    expect(text).toContain('koodrive_request_duration_seconds_count{operation="getFile",outcome="ok"} 1');
    expect(text).toContain('koodrive_attempts_total{operation="getFile"} 2');
    expect(text).toContain('koodrive_retries_total{operation="getFile"} 1');
  });

  it('count cache results', async () => {
    const metrics = new Metrics({ process: false });
    metrics.recordCacheResult('hit');
    expect(await metrics.render()).toContain('cache_results_total{result="hit"} 1');
  });

  it('include those of the process, and are separate for each instance', async () => {
    const [first, second] = [new Metrics(), new Metrics({ process: false })];
    first.recordCacheResult('hit');
    expect(await first.render()).toContain('process_cpu_seconds_total');
    expect(await second.render()).not.toContain('cache_results_total{result="hit"}');
    expect(first.contentType).toContain('text/plain');
  });
});
