import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { discardBody, ObjectStore, type StreamResponse } from '#koodrive';
import { ProblemError } from '#problem';
import { formatContentDisposition, parseContentDispositionFileName } from './content-disposition.js';
import { matchesStrongly, matchesWeakly, parseEntityTags } from './entity-tags.js';

interface DownloadOptions {
  /** Pre-signed. */
  readonly url: string;
  /** The file name in Content-Disposition; that of the object store where undefined. */
  readonly fileName?: string;
  /** Redirect to the URL instead of sending the bytes. */
  readonly redirect: boolean;
}

/** Headers of the object store that describe the bytes. Its content type is a guess and is not forwarded. */
const forwardedResponseHeaders = ['content-length', 'content-range', 'etag', 'last-modified'] as const;
/** One strong entity tag: all that object stores document for If-None-Match. */
const strongTagPattern = /^"[^"]*"$/;

function createRangeProblem({ headers }: StreamResponse): ProblemError {
  const range = headers['content-range'];
  return new ProblemError('range-not-satisfiable', range ? { headers: { 'content-range': range } } : {});
}

/**
 * Streams the bytes of a pre-signed URL, or a range of them, to the caller; or redirects the caller to the URL. The
 * conditions of the request are evaluated here, with the entity tag that comes with the bytes: object stores document no
 * If-Range (docs/decisions/0021).
 */
@Injectable()
export class ContentDownloader {
  constructor(private readonly objectStore: ObjectStore) {}

  /**
   * Sets status and headers of the reply.
   * @returns the stream of the bytes, empty for HEAD; undefined for a redirect and for 304
   * @throws ProblemError range-not-satisfiable, precondition-failed; ObjectStoreError, OriginNotAllowedError
   */
  async respond(
    { url, fileName, redirect }: DownloadOptions,
    request: Pick<FastifyRequest, 'method' | 'headers'>,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    reply.header('cache-control', 'no-store');
    if (redirect) {
      reply.code(302).header('location', url);
      return undefined;
    }
    const response =
      request.method === 'HEAD' ? await this.readHead(url, signal) : await this.open(url, request.headers, signal);
    try {
      if (isUnchanged(request, response)) return respondNotModified(response, reply);
      if (response.status === 416) throw createRangeProblem(response);
    } catch (error) {
      discardBody(response.body);
      throw error;
    }
    reply.code(response.status === 206 ? 206 : 200).header('accept-ranges', 'bytes');
    copyHeaders(response, reply, forwardedResponseHeaders);
    return new StreamableFile(response.body, {
      type: 'application/octet-stream',
      disposition: formatContentDisposition(
        fileName ?? parseContentDispositionFileName(response.headers['content-disposition']) ?? 'file',
      ),
    });
  }

  /** A range is sent only if If-Range has the entity tag of the bytes. Dates are never exact enough for that. */
  private async open(
    url: string,
    { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch = '' }: FastifyRequest['headers'],
    signal: AbortSignal,
  ): Promise<StreamResponse> {
    const conditions = strongTagPattern.test(ifNoneMatch) ? { ifNoneMatch } : {};
    const response = await this.objectStore.get(url, { signal, range: range || undefined, ...conditions });
    const isPart = response.status === 206 || response.status === 416;
    if (typeof ifRange !== 'string' || !isPart || matchesStrongly([ifRange], response.headers.etag)) return response;
    discardBody(response.body);
    const complete = await this.objectStore.get(url, { signal });
    if (response.status !== 416 || !matchesStrongly([ifRange], complete.headers.etag)) return complete;
    // The file is the same and has no such range: a 416 names no entity tag.
    discardBody(complete.body);
    return response;
  }

  /** The headers of all bytes, learned from the first one: the URL is signed for GET and is not valid for HEAD. */
  private async readHead(url: string, signal: AbortSignal): Promise<StreamResponse> {
    const first = await this.objectStore.get(url, { signal, range: 'bytes=0-0' });
    // An empty file has no first byte.
    const response = first.status === 416 ? await this.objectStore.get(url, { signal }) : first;
    discardBody(response.body);
    const { 'content-range': range, ...headers } = response.headers;
    const totalLength = /\/(\d+)$/.exec(range ?? '')?.[1] ?? headers['content-length'] ?? '0';
    return { status: 200, headers: { ...headers, 'content-length': totalLength }, body: Readable.from([]) };
  }
}

/**
 * Evaluates If-Match and If-None-Match (RFC 9110, 13.2.2).
 * @returns whether the caller has these bytes
 * @throws ProblemError precondition-failed
 */
function isUnchanged(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { status, headers: { etag } }: StreamResponse,
): boolean {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  if (ifMatch !== undefined && !matchesStrongly(parseEntityTags(ifMatch) ?? [], etag)) {
    throw new ProblemError('precondition-failed');
  }
  return status === 304 || (ifNoneMatch !== undefined && matchesWeakly(ifNoneMatch, etag));
}

function respondNotModified(response: StreamResponse, reply: FastifyReply): undefined {
  discardBody(response.body);
  reply.code(304);
  copyHeaders(response, reply, ['etag', 'last-modified']);
}

function copyHeaders({ headers }: StreamResponse, reply: FastifyReply, names: readonly string[]): void {
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) reply.header(name, value);
  }
}
