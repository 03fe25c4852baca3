import { afterEach, describe, expect, it } from '@jest/globals';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparentHeader = `00-${traceId}-00f067aa0ba902b7-01`;

describe('traceparent', () => {
  let stack: GatewayStack;
  afterEach(() => stack.close());
  const getResponseTraceparent = async (header: string, path = '/v1/spaces'): Promise<string> =>
    (await stack.call('GET', path, { headers: { traceparent: header } })).headers.get('traceparent') ?? '';

  it('of a trusted address is continued in responses and problems, also for rejected calls', async () => {
    stack = await startGatewayStack({ env: { TRUSTED_TRACE_SOURCES: '127.0.0.0/8' } });
    const continued = await getResponseTraceparent(traceparentHeader);
    expect(continued).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(continued).not.toContain('00f067aa0ba902b7');
    const rejected = await stack.call('GET', '/v1/spaces', {
      key: 'kdg_no',
      headers: { traceparent: traceparentHeader },
    });
    expect(rejected.status).toBe(401);
    expect(rejected.json()).toMatchObject({ traceId });
    for (const invalid of [
      '00-0-0-01',
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `ff-${traceId}-00f067aa0ba902b7-01`,
    ]) {
      expect(await getResponseTraceparent(invalid)).not.toContain(traceId);
    }
  });

  it.each(['', '10.0.0.0/8'])(
    'of an address that is not trusted (%j) is ignored: the gateway starts a new trace',
    async (sources) => {
      stack = await startGatewayStack({ env: { TRUSTED_TRACE_SOURCES: sources, TRUSTED_PROXIES: '127.0.0.1' } });
      const traceparents = new Set([
        await getResponseTraceparent(traceparentHeader),
        await getResponseTraceparent(traceparentHeader),
        await getResponseTraceparent(traceparentHeader, '/live'),
      ]);
      expect(traceparents.size).toBe(3);
      for (const traceparent of traceparents) {
        expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
        expect(traceparent).not.toContain(traceId);
      }
    },
  );
});
