import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('count requests by method, template of the route and status', async () => {
    const metrics = new Metrics({ process: false });
    metrics.requestStarted();
    metrics.requestStarted();
    metrics.requestEnded('GET', '/v1/spaces/:spaceId', 200, 0.004);
    const text = await metrics.text();
    expect(text).toContain(
      'http_server_request_duration_seconds_count{method="GET",route="/v1/spaces/:spaceId",status="200"} 1',
    );
    expect(text).toContain(
      'http_server_request_duration_seconds_bucket{le="0.005",method="GET",route="/v1/spaces/:spaceId",status="200"} 1',
    );
    expect(text).toContain('http_server_active_requests 1');
  });

  it('make no series of what a caller invents', async () => {
    const metrics = new Metrics({ process: false });
    for (let count = 0; count < 100; count += 1) metrics.requestEnded(`METHOD${count}`, undefined, 404, 0);
    expect((await metrics.text()).match(/request_duration_seconds_count/g)).toHaveLength(1);
    expect(await metrics.text()).toContain('{method="other",route="unmatched",status="404"} 100');
  });

  it('count calls to KooDrive, their attempts and retries', async () => {
    const metrics = new Metrics({ process: false });
    metrics.upstreamAttempt('getFile', 1);
    metrics.upstreamAttempt('getFile', 2);
    metrics.upstreamCall('getFile', 'ok', 0.2);
    const text = await metrics.text();
    expect(text).toContain('koodrive_request_duration_seconds_count{operation="getFile",outcome="ok"} 1');
    expect(text).toContain('koodrive_attempts_total{operation="getFile"} 2');
    expect(text).toContain('koodrive_retries_total{operation="getFile"} 1');
  });

  it('count how the cache answered, Access Tokens, problems, and whether the store is there', async () => {
    const metrics = new Metrics({ process: false });
    metrics.cacheResult('hit');
    metrics.tokenMint('app-token', 'minted');
    metrics.problem('name-taken');
    metrics.storeState('up');
    metrics.storeState('down');
    const text = await metrics.text();
    expect(text).toContain('cache_results_total{result="hit"} 1');
    expect(text).toContain('access_token_mints_total{kind="app-token",outcome="minted"} 1');
    expect(text).toContain('problems_total{code="name-taken"} 1');
    expect(text).toContain('store_up 0');
  });

  it('of the process are there, and two sets do not get into each other', async () => {
    const [one, other] = [new Metrics(), new Metrics({ process: false })];
    one.cacheResult('hit');
    expect(await one.text()).toContain('process_cpu_seconds_total');
    expect(await other.text()).not.toContain('cache_results_total{result="hit"}');
    expect(one.contentType).toContain('text/plain');
  });
});
