import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ObjectStoreCounters } from '../control/counters.js';
import type { ForeignRequestCheck } from '../server/foreign-requests.js';
import type { OutgoingResponse } from '../server/outgoing-response.js';
import { readBlob, type BlobStore } from './blob-store.js';
import { parseRangeHeader } from './byte-range.js';
import { evaluateConditions } from './conditions.js';
import type { MultipartUploads } from './multipart-uploads.js';
import type { Presigner, PresignedUrlStatus } from './presigner.js';
import { findPrecedingHash, receivePart, type PartDestination } from './receive-part.js';
import { decodeHashContext } from './sha256-state.js';

export interface ObjectStoreDependencies {
  readonly blobs: BlobStore;
  readonly uploads: MultipartUploads;
  readonly presigner: Presigner;
  readonly counters: ObjectStoreCounters;
}

/** Sends the response that `commit` returns. The fault injector implements it and may send a fault instead. */
export type DeliverResponse = (
  call: { readonly method: string; readonly part: 'upload' | 'download' },
  response: ServerResponse,
  commit: () => Promise<OutgoingResponse>,
) => Promise<unknown>;

/**
 * The object store: receives parts with PUT and sends contents with GET, only at pre-signed URLs.
 * @param getDependencies called for each request, as a reset of the sandbox replaces the dependencies
 */
export function createObjectStoreListener(
  getDependencies: () => ObjectStoreDependencies,
  deliver: DeliverResponse,
): RequestListener {
  return (request, response) => {
    const { method = '' } = request;
    const call = { method, part: method === 'PUT' ? ('upload' as const) : ('download' as const) };
    // An error here is one of the caller's connection, so no response can be sent.
    deliver(call, response, () => respond(getDependencies(), request)).catch(() => response.destroy());
  };
}

/** Rejects requests of foreign pages. They change no counter and meet no fault. */
export function rejectForeignRequests(findError: ForeignRequestCheck, listener: RequestListener): RequestListener {
  return (request, response) => {
    const error = findError(request);
    if (!error) return listener(request, response);
    const { status, headers, body } = errorResponse(error.status, 'AccessDenied', error.message);
    response.writeHead(status, headers).end(body);
  };
}

async function respond(store: ObjectStoreDependencies, request: IncomingMessage): Promise<OutgoingResponse> {
  const url = new URL(request.url ?? '/', 'http://object-store');
  const outgoing =
    rejectInvalidRequest(store, request, url) ??
    (await (request.method === 'PUT' ? uploadPart : getObject)(store, request, url));
  if (outgoing.status >= 400) store.counters.refused += 1;
  return outgoing;
}

/** Checks the URL and the headers before the body is read. */
function rejectInvalidRequest(
  store: ObjectStoreDependencies,
  request: IncomingMessage,
  url: URL,
): OutgoingResponse | undefined {
  const { method = '', headers } = request;
  if (method !== 'PUT' && method !== 'GET' && method !== 'HEAD') {
    return errorResponse(405, 'MethodNotAllowed', 'The method is not allowed here.');
  }
  if (headers.authorization !== undefined) {
    return errorResponse(400, 'InvalidArgument', 'Only one way to authenticate is allowed.');
  }
  const contentLength = headers['content-length'];
  if (method === 'PUT' && (contentLength === undefined || headers['transfer-encoding'] !== undefined)) {
    return errorResponse(411, 'MissingContentLength', 'Content-Length is required.');
  }
  // The signature covers the method: as at OBS, a URL signed for GET is not valid for HEAD.
  const status = store.presigner.verify(method, url, headers.host ?? '', Number(contentLength ?? 0));
  return status === 'valid' ? undefined : errorResponse(...urlErrors[status]);
}

const urlErrors: Readonly<Record<Exclude<PresignedUrlStatus, 'valid'>, readonly [number, string, string]>> = {
  malformed: [400, 'AuthorizationQueryParametersError', 'The signature is not complete.'],
  expired: [403, 'AccessDenied', 'Request has expired'],
  mismatch: [403, 'SignatureDoesNotMatch', 'The signature does not fit the request.'],
};

/** An ETag has the length of an MD5 in hex, as in S3. Its value has no meaning. */
const etagLength = 32;

async function uploadPart(
  store: ObjectStoreDependencies,
  request: IncomingMessage,
  url: URL,
): Promise<OutgoingResponse> {
  const upload = store.uploads.find(url.searchParams.get('uploadId') ?? '', url.pathname.slice(1));
  if (!upload) return errorResponse(404, 'NoSuchUpload', 'The upload does not exist.');
  const context = url.searchParams.get('X-Amz-Iteration-Hash-Ctx');
  const destination: PartDestination = {
    upload,
    number: Number(url.searchParams.get('partNumber')),
    hashContext: context === null ? undefined : decodeHashContext(context),
  };
  if (!destination.hashContext && !findPrecedingHash(upload, destination.number)) {
    return errorResponse(400, 'InvalidPartOrder', 'Parts without a hash context are sent in order.');
  }
  const contentLength = Number(request.headers['content-length']);
  const part = await receivePart(request, destination, contentLength, store.blobs, store.uploads);
  store.counters.puts += 1;
  return { status: 200, headers: { etag: `"${part.digest.slice(0, etagLength)}"` }, body: '' };
}

async function getObject(
  store: ObjectStoreDependencies,
  request: IncomingMessage,
  url: URL,
): Promise<OutgoingResponse> {
  const blob = store.blobs.findByKey(url.pathname.slice(1));
  if (!blob) return errorResponse(404, 'NoSuchKey', 'The key does not exist.');
  const etag = `"${blob.sha256.slice(0, etagLength)}"`;
  const validators = { etag, 'last-modified': new Date(blob.storedAt).toUTCString() };
  const outcome = evaluateConditions(request.headers, { etag, modifiedAt: blob.storedAt });
  if (outcome === 304) return { status: 304, headers: validators, body: '' };
  if (outcome === 412) return errorResponse(412, 'PreconditionFailed', 'A condition of the request does not hold.');
  const range = parseRangeHeader(request.headers.range, blob.length);
  if (range === 'unsatisfiable') {
    const headers = { 'content-range': `bytes */${blob.length}` };
    return errorResponse(416, 'InvalidRange', 'The range cannot be satisfied.', headers);
  }
  const { start, end } = range ?? { start: 0, end: blob.length - 1 };
  const headers: Record<string, string | number> = {
    'content-type': blob.mimeType,
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...validators,
    'content-disposition': url.searchParams.get('response-content-disposition') ?? 'attachment',
  };
  if (range) headers['content-range'] = `bytes ${start}-${end}/${blob.length}`;
  store.counters.gets += 1;
  store.counters.downloadedBytes += end - start + 1;
  return { status: range ? 206 : 200, headers, body: readBlob(blob, start, end) };
}

/** An error response in the format of S3. */
function errorResponse(
  status: number,
  code: string,
  message: string,
  headers: OutgoingResponse['headers'] = {},
): OutgoingResponse {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body };
}
