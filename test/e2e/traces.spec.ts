import { afterEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const sent = `00-${traceId}-00f067aa0ba902b7-01`;

describe('traceparent', () => {
  let stack: Stack;
  afterEach(() => stack.close());
  const answered = async (header: string, path = '/v1/spaces'): Promise<string> =>
    (await stack.call('GET', path, { headers: { traceparent: header } })).headers.get('traceparent') ?? '';

  it('of a configured address goes on: in the answer, in problems, and for refused calls too', async () => {
    stack = await startStack({ env: { TRUSTED_TRACE_SOURCES: '127.0.0.0/8' } });
    const answer = await answered(sent);
    expect(answer).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(answer).not.toContain('00f067aa0ba902b7');
    const refused = await stack.call('GET', '/v1/spaces', { key: 'kdg_no', headers: { traceparent: sent } });
    expect(refused.status).toBe(401);
    expect(refused.json()).toMatchObject({ traceId });
    for (const broken of [
      '00-0-0-01',
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `ff-${traceId}-00f067aa0ba902b7-01`,
    ]) {
      expect(await answered(broken)).not.toContain(traceId);
    }
  });

  it.each(['', '10.0.0.0/8'])(
    'of an address that is not configured (%j) begins a trace of our own',
    async (sources) => {
      stack = await startStack({ env: { TRUSTED_TRACE_SOURCES: sources, TRUSTED_PROXIES: '127.0.0.1' } });
      const traces = new Set([await answered(sent), await answered(sent), await answered(sent, '/live')]);
      expect(traces.size).toBe(3);
      for (const trace of traces) {
        expect(trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
        expect(trace).not.toContain(traceId);
      }
    },
  );
});
