import { describe, expect, it } from '@jest/globals';
import { createUpstreamTraceId } from './trace-id.js';

describe('createUpstreamTraceId', () => {
  it('returns 58 hexadecimal digits, new ones each time', () => {
    const [first, second] = [createUpstreamTraceId(), createUpstreamTraceId()];
    expect(first).toMatch(/^[0-9a-f]{58}$/);
    expect(first).not.toBe(second);
  });

  it('starts with the given trace id', () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    expect(createUpstreamTraceId(traceId)).toMatch(new RegExp(`^${traceId}[0-9a-f]{26}$`));
  });

  it.each(['', 'x', '0AF7651916CD43DD8448EB211C80319C', 'a'.repeat(58), `${'a'.repeat(31)}\n`])(
    'ignores the invalid trace id %j',
    (traceId) => {
      expect(createUpstreamTraceId(traceId)).toMatch(/^[0-9a-f]{58}$/);
    },
  );
});
