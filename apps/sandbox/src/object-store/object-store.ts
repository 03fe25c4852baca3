import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ObjectStoreCounters } from '../control/counters.js';
import type { Outgoing } from '../server/outgoing.js';
import { readBlob, type Blobs } from './blobs.js';
import { parseRange } from './byte-range.js';
import type { MultipartUploads } from './multipart-uploads.js';
import type { Presigner, Verdict } from './presigned.js';
import { hashBefore, receivePart, type PartTarget } from './put-part.js';
import { decodeHashContext } from './sha256-words.js';

export interface ObjectStoreParts {
  readonly blobs: Blobs;
  readonly uploads: MultipartUploads;
  readonly presigner: Presigner;
  readonly counters: ObjectStoreCounters;
}

/** Sends what `commit` gives, or something worse: the seam for faults. */
export type Delivery = (
  call: { readonly method: string; readonly part: 'upload' | 'download' },
  response: ServerResponse,
  commit: () => Promise<Outgoing>,
) => Promise<unknown>;

/**
 * The object store: takes parts with PUT and gives contents with GET and HEAD, at pre-signed addresses only. `parts`
 * is asked for on each request, since a reset of the sandbox replaces them.
 */
export function objectStore(parts: () => ObjectStoreParts, deliver: Delivery): RequestListener {
  return (request, response) => {
    const { method = '' } = request;
    const call = { method, part: method === 'PUT' ? ('upload' as const) : ('download' as const) };
    // What fails here is the caller's connection: there is nobody to answer.
    deliver(call, response, () => answer(parts(), request)).catch(() => response.destroy());
  };
}

async function answer(store: ObjectStoreParts, request: IncomingMessage): Promise<Outgoing> {
  const url = new URL(request.url ?? '/', 'http://object-store');
  const outgoing = judge(store, request, url) ?? (await (request.method === 'PUT' ? put : get)(store, request, url));
  if (outgoing.status >= 400) store.counters.refused += 1;
  return outgoing;
}

/** Looks at the address and the headers before a byte of the body is read. */
function judge(store: ObjectStoreParts, request: IncomingMessage, url: URL): Outgoing | undefined {
  const { method = '', headers } = request;
  if (method !== 'PUT' && method !== 'GET' && method !== 'HEAD') {
    return refusal(405, 'MethodNotAllowed', 'The method is not allowed here.');
  }
  if (headers.authorization !== undefined) {
    return refusal(400, 'InvalidArgument', 'Only one way to authenticate is allowed.');
  }
  const declared = headers['content-length'];
  if (method === 'PUT' && (declared === undefined || headers['transfer-encoding'] !== undefined)) {
    return refusal(411, 'MissingContentLength', 'Content-Length is required.');
  }
  // HEAD is allowed with an address for GET: OBS signs the two apart, which a link that is handed out cannot.
  const signedMethod = method === 'HEAD' ? 'GET' : method;
  const verdict = store.presigner.verify(signedMethod, url, headers.host ?? '', Number(declared ?? 0));
  return verdict === 'good' ? undefined : refusal(...badAddress[verdict]);
}

const badAddress: Readonly<Record<Exclude<Verdict, 'good'>, readonly [number, string, string]>> = {
  malformed: [400, 'AuthorizationQueryParametersError', 'The signature is not complete.'],
  expired: [403, 'AccessDenied', 'Request has expired'],
  mismatch: [403, 'SignatureDoesNotMatch', 'The signature does not fit the request.'],
};

async function put(store: ObjectStoreParts, request: IncomingMessage, url: URL): Promise<Outgoing> {
  const upload = store.uploads.find(url.searchParams.get('uploadId') ?? '', url.pathname.slice(1));
  if (!upload) return refusal(404, 'NoSuchUpload', 'The upload does not exist.');
  const context = url.searchParams.get('X-Amz-Iteration-Hash-Ctx');
  const target: PartTarget = {
    upload,
    number: Number(url.searchParams.get('partNumber')),
    context: context === null ? undefined : decodeHashContext(context),
  };
  if (!target.context && !hashBefore(upload, target.number)) {
    return refusal(400, 'InvalidPartOrder', 'Parts without a hash context are sent in order.');
  }
  const length = Number(request.headers['content-length']);
  const part = await receivePart(request, target, length, store.blobs, store.uploads);
  store.counters.puts += 1;
  return { status: 200, headers: { etag: `"${part.digest.slice(0, 32)}"` }, body: '' };
}

async function get(store: ObjectStoreParts, request: IncomingMessage, url: URL): Promise<Outgoing> {
  const blob = store.blobs.byKeyName(url.pathname.slice(1));
  if (!blob) return refusal(404, 'NoSuchKey', 'The key does not exist.');
  const range = parseRange(request.headers.range, blob.length);
  if (range === 'unsatisfiable') {
    const headers = { 'content-range': `bytes */${blob.length}` };
    return refusal(416, 'InvalidRange', 'The range cannot be satisfied.', headers);
  }
  store.counters.gets += 1;
  const { start, end } = range ?? { start: 0, end: blob.length - 1 };
  const headers = {
    'content-type': blob.mimeType,
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    etag: `"${blob.sha256.slice(0, 32)}"`,
    'last-modified': new Date(blob.storedAt).toUTCString(),
    'content-disposition': url.searchParams.get('response-content-disposition') ?? 'attachment',
    ...(range && { 'content-range': `bytes ${start}-${end}/${blob.length}` }),
  };
  const body = request.method === 'HEAD' ? Readable.from([]) : readBlob(blob, start, end);
  return { status: range ? 206 : 200, headers, body };
}

/** A refusal in S3's own form. */
function refusal(status: number, code: string, message: string, headers: Outgoing['headers'] = {}): Outgoing {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body };
}
