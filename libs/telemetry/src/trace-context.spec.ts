import { describe, expect, it } from '@jest/globals';
import { parseTraceparent, traceContextOf, traceparent } from './trace-context.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';
const header = `00-${traceId}-${parentId}-01`;

describe('A trace', () => {
  it('is continued where the caller is believed, under a span of our own', () => {
    const context = traceContextOf(header, true);
    expect(context).toMatchObject({ traceId, parentId, sampled: true });
    expect(context.spanId).not.toBe(parentId);
    expect(traceparent(context)).toBe(`00-${traceId}-${context.spanId}-01`);
  });

  it('is a new one where the caller is not believed', () => {
    const context = traceContextOf(header, false);
    expect(context.traceId).not.toBe(traceId);
    expect(context.parentId).toBeUndefined();
  });

  it('that we make is one that others can read', () => {
    const made = traceparent(traceContextOf(undefined, true));
    expect(parseTraceparent(made)).toMatchObject({ sampled: false });
  });

  it('has an id that no other has', () => {
    const ids = Array.from({ length: 5000 }, () => traceContextOf(undefined, false));
    expect(new Set(ids.map((context) => context.traceId)).size).toBe(5000);
    expect(new Set(ids.map((context) => context.spanId)).size).toBe(5000);
  });
});

describe('A traceparent', () => {
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
  ])('is not %.70j', (text) => {
    expect(parseTraceparent(text)).toBeUndefined();
    expect(traceContextOf(text, true).traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('of a later version may hold more', () => {
    expect(parseTraceparent(`01-${traceId}-${parentId}-00-more`)).toEqual({ traceId, parentId, sampled: false });
  });

  it('that came twice is none', () => {
    expect(traceContextOf([header, header], true).traceId).not.toBe(traceId);
  });
});
