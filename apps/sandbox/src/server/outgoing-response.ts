import { Readable } from 'node:stream';

/** A response that is not sent yet. */
export interface OutgoingResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** A stream requires `content-length` in the headers, else it is sent in chunks. */
  readonly body: string | Buffer | Readable;
}

const jsonContentType = 'application/json;charset=UTF-8';

/** A response with `text`, which is serialized JSON, as its body. */
export function jsonResponse(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): OutgoingResponse {
  return { status, headers: { 'content-type': jsonContentType, ...headers }, body: text };
}
