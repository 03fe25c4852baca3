import { describe, expect, it } from '@jest/globals';
import { upstreamTraceId } from './trace-id.js';

describe('upstreamTraceId', () => {
  it('is 58 hexadecimal digits, other ones each time', () => {
    const [one, two] = [upstreamTraceId(), upstreamTraceId()];
    expect(one).toMatch(/^[0-9a-f]{58}$/);
    expect(one).not.toBe(two);
  });

  it('begins with the trace id it is given', () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    expect(upstreamTraceId(traceId)).toMatch(new RegExp(`^${traceId}[0-9a-f]{26}$`));
  });

  it.each(['', 'x', '0AF7651916CD43DD8448EB211C80319C', 'a'.repeat(58), `${'a'.repeat(31)}\n`])(
    'makes nothing of a trace id like %j',
    (traceId) => {
      const made = upstreamTraceId(traceId);
      expect(made).toMatch(/^[0-9a-f]{58}$/);
    },
  );
});
