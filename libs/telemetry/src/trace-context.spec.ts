import { describe, expect, it } from '@jest/globals';
import { parseTraceparent, createTraceContext, formatTraceparent } from './trace-context.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';
const header = `00-${traceId}-${parentId}-01`;

describe('createTraceContext', () => {
  it('continues the trace of a trusted caller with a new span', () => {
    const context = createTraceContext(header, true);
    expect(context).toMatchObject({ traceId, parentId, sampled: true });
    expect(context.spanId).not.toBe(parentId);
    expect(formatTraceparent(context)).toBe(`00-${traceId}-${context.spanId}-01`);
  });

  it('starts a new trace if the caller is not trusted', () => {
    const context = createTraceContext(header, false);
    expect(context.traceId).not.toBe(traceId);
    expect(context.parentId).toBeUndefined();
  });

  it('ignores a repeated header', () => {
    expect(createTraceContext([header, header], true).traceId).not.toBe(traceId);
  });

  it('creates a context with a valid traceparent', () => {
    const traceparent = formatTraceparent(createTraceContext(undefined, true));
    expect(parseTraceparent(traceparent)).toMatchObject({ sampled: false });
  });

  it('creates unique ids', () => {
    const ids = Array.from({ length: 5000 }, () => createTraceContext(undefined, false));
    expect(new Set(ids.map((context) => context.traceId)).size).toBe(5000);
    expect(new Set(ids.map((context) => context.spanId)).size).toBe(5000);
  });
});

describe('parseTraceparent', () => {
  it.each([
    '',
    'x',
    `00-${'0'.repeat(32)}-${parentId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `ff-${traceId}-${parentId}-01`,
    `00-${traceId.toUpperCase()}-${parentId}-01`,
    `00-${traceId}-${parentId}-01-more`,
    `00-${traceId}-${parentId}`,
    ` ${header}`,
    `${header}\n`,
    `01-${traceId}-${parentId}-01-${'x'.repeat(500)}`,
  ])('rejects %.70j', (text) => {
    expect(parseTraceparent(text)).toBeUndefined();
    expect(createTraceContext(text, true).traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('ignores additional fields of a later version', () => {
    expect(parseTraceparent(`01-${traceId}-${parentId}-00-more`)).toEqual({ traceId, parentId, sampled: false });
  });
});
