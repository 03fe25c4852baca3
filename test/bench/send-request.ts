import { request as sendHttpRequest } from 'node:http';
import type { AttackRequest } from './abuse-requests.js';

const timeoutMs = 20_000;

/** @returns the status, or the code of the error of the connection */
export function sendRequest(
  port: number,
  { method, path, headers = {}, body, localAddress }: AttackRequest & { readonly localAddress: string },
): Promise<string> {
  return new Promise((resolve) => {
    const contentLength = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = sendHttpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        localAddress,
        agent: false,
        headers: { ...headers, ...contentLength },
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(String(response.statusCode)));
        response.on('error', () => resolve(`${response.statusCode} cut off`));
      },
    );
    // A gateway that rejects a body before it has read it closes the connection: the response may come before the error.
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    request.end(body);
  });
}
