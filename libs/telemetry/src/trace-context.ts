import { randomFillSync } from 'node:crypto';

/** W3C Trace Context, level 1: the trace of a request and the gateway's span in it. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** The span of the gateway: 16 hexadecimal digits. */
  readonly spanId: string;
  /** The span of the caller; undefined if its `traceparent` is not trusted or not valid. */
  readonly parentId?: string;
  readonly sampled: boolean;
}

/** In characters. A `traceparent` of version 00 has 55. */
const maxTraceparentLength = 256;
const traceIdBytes = 16;
const spanIdBytes = 8;
const traceparentPattern = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * Creates the context of a request. The caller's `traceparent` is used only if it is `trusted` (S18): otherwise any
 * caller could join or forge the trace of another caller.
 */
export function createTraceContext(header: string | string[] | undefined, trusted: boolean): TraceContext {
  const parent = trusted && typeof header === 'string' ? parseTraceparent(header) : undefined;
  if (!parent) return { traceId: randomHex(traceIdBytes), spanId: randomHex(spanIdBytes), sampled: false };
  return { ...parent, spanId: randomHex(spanIdBytes) };
}

/** Parses a `traceparent`. Additional fields of a later version are ignored. @returns undefined if it is not valid */
export function parseTraceparent(
  header: string,
): { readonly traceId: string; readonly parentId: string; readonly sampled: boolean } | undefined {
  const match = header.length <= maxTraceparentLength ? traceparentPattern.exec(header) : undefined;
  if (!match) return undefined;
  const [, version = '', traceId = '', parentId = '', flags = '', additionalFields] = match;
  if (version === 'ff' || (version === '00' && additionalFields !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined;
  return { traceId, parentId, sampled: (parseInt(flags, 16) & 1) === 1 };
}

/** The `traceparent` for the response and for requests to other services. */
export function formatTraceparent(context: TraceContext): string {
  return `00-${context.traceId}-${context.spanId}-0${context.sampled ? 1 : 0}`;
}

/** Random bytes are generated 4096 at a time: a call takes about 1 µs for any size. */
const randomPool = Buffer.alloc(4096);
let usedPoolBytes = randomPool.length;

function randomHex(byteCount: number): string {
  if (usedPoolBytes + byteCount > randomPool.length) {
    randomFillSync(randomPool);
    usedPoolBytes = 0;
  }
  usedPoolBytes += byteCount;
  return randomPool.toString('hex', usedPoolBytes - byteCount, usedPoolBytes);
}
