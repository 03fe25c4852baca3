import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { VirtualClock } from '../virtual-clock.js';
import type { OutgoingResponse } from '../server/outgoing-response.js';

/** Sends a response unchanged, with Date by the virtual clock. A stream error destroys the connection. */
export function sendResponse(response: ServerResponse, outgoing: OutgoingResponse, clock: VirtualClock): void {
  if (response.destroyed) return discardBody(outgoing);
  writeHead(response, outgoing, contentLength(outgoing), clock);
  if (outgoing.body instanceof Readable) pipeline(outgoing.body, response, ignoreError);
  else response.end(outgoing.body);
}

/** Announces the length of the complete body, sends at most `maxBytes` of it and destroys the connection. */
export async function sendTruncated(
  response: ServerResponse,
  outgoing: OutgoingResponse,
  maxBytes: number,
  clock: VirtualClock,
): Promise<void> {
  if (response.destroyed) return discardBody(outgoing);
  writeHead(response, outgoing, contentLength(outgoing), clock);
  response.flushHeaders();
  let remainingBytes = maxBytes;
  const body = outgoing.body instanceof Readable ? outgoing.body : [Buffer.from(outgoing.body)];
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const head = chunk.subarray(0, remainingBytes);
    remainingBytes -= head.length;
    await writeChunk(response, head);
    if (remainingBytes <= 0) break;
  }
  response.socket?.destroy();
}

/** Announces `extraBytes` more than the body has (fewer when negative), sends the body and closes the connection. */
export function sendWithWrongLength(
  response: ServerResponse,
  outgoing: OutgoingResponse,
  extraBytes: number,
  clock: VirtualClock,
): void {
  if (response.destroyed) return discardBody(outgoing);
  const announcedBytes = Math.max(0, (contentLength(outgoing) ?? 0) + extraBytes);
  writeHead(response, { ...outgoing, headers: { ...outgoing.headers, connection: 'close' } }, announcedBytes, clock);
  if (outgoing.body instanceof Readable) pipeline(outgoing.body, response, ignoreError);
  else response.end(outgoing.body);
}

/** Destroys the connection with a TCP reset. Returns the status 0 for the ledger. */
export function destroyConnection(response: ServerResponse): { readonly status: number } {
  const { socket } = response;
  if (socket && !socket.destroyed) socket.resetAndDestroy();
  return { status: 0 };
}

function writeHead(
  response: ServerResponse,
  outgoing: OutgoingResponse,
  bodyBytes: number | undefined,
  clock: VirtualClock,
): void {
  const headers: Record<string, string | number> = { date: httpDate(clock.now()), ...outgoing.headers };
  if (bodyBytes !== undefined) headers['content-length'] = bodyBytes;
  response.writeHead(outgoing.status, headers);
}

function contentLength({ body, headers }: OutgoingResponse): number | undefined {
  if (!(body instanceof Readable)) return Buffer.byteLength(body);
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

/** Resolves when the bytes are written, or when the connection is closed. */
function writeChunk(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    response.once('close', resolve);
    response.write(bytes, () => {
      response.off('close', resolve);
      resolve();
    });
  });
}

function discardBody(outgoing: OutgoingResponse): void {
  if (outgoing.body instanceof Readable) outgoing.body.destroy();
}

function ignoreError(): void {
  // The caller closed the connection, or a fault destroyed it.
}

let cachedSecond = -1;
let cachedHttpDate = '';

/** Formats Date once for each second, as each response has it. */
function httpDate(now: number): string {
  const second = Math.floor(now / 1000);
  if (second !== cachedSecond) {
    cachedSecond = second;
    cachedHttpDate = new Date(now).toUTCString();
  }
  return cachedHttpDate;
}
