import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { VirtualClock } from '../time.js';
import type { Outgoing } from '../server/outgoing.js';

/** Sends an answer as it is, with Date by the sandbox's clock. A stream that fails takes the connection with it. */
export function send(response: ServerResponse, outgoing: Outgoing, clock: VirtualClock): void {
  if (response.destroyed) return discard(outgoing);
  writeHead(response, outgoing, contentLength(outgoing), clock);
  if (outgoing.body instanceof Readable) pipeline(outgoing.body, response, ignore);
  else response.end(outgoing.body);
}

/** Announces the whole body, sends its first `bytes` and closes the connection. */
export async function sendCut(
  response: ServerResponse,
  outgoing: Outgoing,
  bytes: number,
  clock: VirtualClock,
): Promise<void> {
  if (response.destroyed) return discard(outgoing);
  writeHead(response, outgoing, contentLength(outgoing), clock);
  response.flushHeaders();
  let left = bytes;
  const body = outgoing.body instanceof Readable ? outgoing.body : [Buffer.from(outgoing.body)];
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const kept = chunk.subarray(0, left);
    left -= kept.length;
    await written(response, kept);
    if (left <= 0) break;
  }
  response.socket?.destroy();
}

/** Announces `extra` bytes more than the body has (fewer, when negative), sends the body and closes the connection. */
export function sendWithLength(response: ServerResponse, outgoing: Outgoing, extra: number, clock: VirtualClock): void {
  if (response.destroyed) return discard(outgoing);
  const announced = Math.max(0, (contentLength(outgoing) ?? 0) + extra);
  writeHead(response, { ...outgoing, headers: { ...outgoing.headers, connection: 'close' } }, announced, clock);
  if (outgoing.body instanceof Readable) pipeline(outgoing.body, response, ignore);
  else response.end(outgoing.body);
}

/** Destroys the connection under an answer: the caller sees a reset. */
export function destroyConnection(response: ServerResponse): { readonly status: number } {
  const { socket } = response;
  if (socket && !socket.destroyed) socket.resetAndDestroy();
  return { status: 0 };
}

function writeHead(
  response: ServerResponse,
  outgoing: Outgoing,
  length: number | undefined,
  clock: VirtualClock,
): void {
  response.writeHead(outgoing.status, {
    date: httpDate(clock.now()),
    ...outgoing.headers,
    ...(length === undefined ? {} : { 'content-length': length }),
  });
}

function contentLength({ body, headers }: Outgoing): number | undefined {
  if (!(body instanceof Readable)) return Buffer.byteLength(body);
  const announced = headers['content-length'];
  return announced === undefined ? undefined : Number(announced);
}

/** Resolves when the bytes have left, or when the connection is gone. */
function written(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    response.once('close', resolve);
    response.write(bytes, () => {
      response.off('close', resolve);
      resolve();
    });
  });
}

function discard(outgoing: Outgoing): void {
  if (outgoing.body instanceof Readable) outgoing.body.destroy();
}

function ignore(): void {
  // The caller went away, or its connection was destroyed on purpose.
}

let lastSecond = -1;
let lastText = '';

/** Printed once a second and kept: it is on every answer. */
function httpDate(now: number): string {
  const second = Math.floor(now / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = new Date(now).toUTCString();
  }
  return lastText;
}
