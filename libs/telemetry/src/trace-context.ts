import { randomFillSync } from 'node:crypto';

/** W3C Trace Context, level 1: which trace a request belongs to, and our own span in it. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** Ours: 16 hexadecimal digits. */
  readonly spanId: string;
  /** The span of the caller, where it is believed. */
  readonly parentId?: string;
  readonly sampled: boolean;
}

const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * The context of a request. What a caller sends counts only when `believed` (S18): anybody could otherwise join, or
 * forge, somebody else's trace.
 */
export function traceContextOf(header: string | string[] | undefined, believed: boolean): TraceContext {
  const parent = believed && typeof header === 'string' ? parseTraceparent(header) : undefined;
  if (!parent) return { traceId: randomHex(16), spanId: randomHex(8), sampled: false };
  return { ...parent, spanId: randomHex(8) };
}

/** Reads a `traceparent`; undefined where it is not valid. A higher version may carry more, which is not read. */
export function parseTraceparent(
  header: string,
): { readonly traceId: string; readonly parentId: string; readonly sampled: boolean } | undefined {
  // Longer ones are read to nobody's use.
  const match = header.length <= 256 ? form.exec(header) : null;
  if (!match) return undefined;
  const [, version = '', traceId = '', parentId = '', flags = '', more] = match;
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined;
  return { traceId, parentId, sampled: (parseInt(flags, 16) & 1) === 1 };
}

/** The `traceparent` to answer with, and to send on. */
export function traceparent(context: TraceContext): string {
  return `00-${context.traceId}-${context.spanId}-0${context.sampled ? 1 : 0}`;
}

/** Random bytes are drawn 4096 at a time: a draw costs a microsecond whatever its size. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
