import { request } from 'node:http';

/** What fetch would mend or refuse: paths as they are, headers twice, a length that is not the body's. */
export interface RawRequest {
  readonly method?: string;
  /** Path and query, sent as they are. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** False: the body is announced and does not come. */
  readonly end?: boolean;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request that may be wrong and reads the whole answer. Rejects after 20 s, and where the connection breaks. */
export function sendRaw(
  origin: string,
  { method = 'GET', path, headers, body, end = true }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, agent: false, timeout: 20_000 }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        outgoing.destroy();
        const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        resolve({
          status: answer.statusCode ?? 0,
          headers: new Headers(pairs),
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    for (const [name, value] of Object.entries(headers ?? {})) outgoing.setHeader(name, value);
    // Node frames no body of DELETE and its kin by itself.
    const framed = outgoing.hasHeader('content-length') || outgoing.hasHeader('transfer-encoding');
    if (body !== undefined && !framed) outgoing.setHeader('content-length', Buffer.byteLength(body));
    outgoing.on('timeout', () => outgoing.destroy(new Error(`${method} ${path}: no answer in 20 s`)));
    outgoing.on('error', reject);
    if (end) outgoing.end(body);
    else outgoing.flushHeaders();
  });
}
