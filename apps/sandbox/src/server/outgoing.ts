import { Readable } from 'node:stream';

/** An answer before it goes on the wire. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** A stream must come with its `content-length` among the headers, unless it is meant to go in chunks. */
  readonly body: string | Buffer | Readable;
}

const JSON_TYPE = 'application/json;charset=UTF-8';

/** An answer whose body is JSON text already. */
export function jsonText(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Outgoing {
  return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: text };
}
