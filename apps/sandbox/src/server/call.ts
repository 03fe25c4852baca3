import type { IncomingHttpHeaders } from 'node:http';

/** A request of the API as it stood on the wire, with its body read. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer | undefined;
}

/** `target` is that of the request line. */
export function toCall(method: string, target: string, headers: IncomingHttpHeaders, body: Buffer | undefined): Call {
  const mark = target.indexOf('?');
  return mark < 0
    ? { method, path: target, query: '', headers, body }
    : { method, path: target.slice(0, mark), query: target.slice(mark + 1), headers, body };
}
