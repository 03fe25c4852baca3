import type { IncomingHttpHeaders } from 'node:http';

/** A raw request of the API. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer | undefined;
}

/** @param target the request target of the request line (RFC 9112, 3.2) */
export function toApiCall(
  method: string,
  target: string,
  headers: IncomingHttpHeaders,
  body: Buffer | undefined,
): ApiCall {
  const queryMark = target.indexOf('?');
  return queryMark < 0
    ? { method, path: target, query: '', headers, body }
    : { method, path: target.slice(0, queryMark), query: target.slice(queryMark + 1), headers, body };
}
