import { request } from 'node:http';

/** The time that tests wait for a response. */
export const requestTimeoutMs = 20_000;

/** A request that fetch would change or reject: unnormalized paths, duplicate headers, a wrong content length. */
export interface RawRequest {
  readonly method?: string;
  /** Path and query, sent unchanged. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** False: the headers announce a body, but it is not sent. */
  readonly sendBody?: boolean;
  /** The address of this machine that the request comes from, such as 127.0.0.9. */
  readonly localAddress?: string;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request that may be invalid, and reads the complete response. Rejects after 20 s, and if the connection breaks. */
export function sendRawRequest(
  origin: string,
  { method = 'GET', path, headers, body, sendBody = true, localAddress }: RawRequest,
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, method, path, localAddress, agent: false, timeout: requestTimeoutMs };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        outgoing.destroy();
        const pairs = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(pairs),
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    for (const [name, value] of Object.entries(headers ?? {})) outgoing.setHeader(name, value);
    // Node adds no content-length by itself for the body of a GET or a DELETE.
    const hasFraming = outgoing.hasHeader('content-length') || outgoing.hasHeader('transfer-encoding');
    if (body !== undefined && !hasFraming) outgoing.setHeader('content-length', Buffer.byteLength(body));
    outgoing.on('timeout', () =>
      outgoing.destroy(new Error(`${method} ${path}: no response in ${requestTimeoutMs} ms`)),
    );
    outgoing.on('error', reject);
    if (sendBody) outgoing.end(body);
    else outgoing.flushHeaders();
  });
}
