import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ObjectStore, type StreamResponse } from '#koodrive';
import { ProblemError } from '#problem';
import { formatContentDisposition, parseContentDispositionFileName } from './content-disposition.js';

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

function createRangeProblem({ headers }: StreamResponse): ProblemError {
  const range = headers['content-range'];
  return new ProblemError('range-not-satisfiable', range ? { headers: { 'content-range': range } } : {});
}

/** Streams the bytes of a pre-signed URL, or a range of them, to the caller; or redirects the caller to the URL. */
@Injectable()
export class ContentDownloader {
  constructor(private readonly objectStore: ObjectStore) {}

  /**
   * Sets status and headers of the reply.
   * @returns the stream of the bytes; undefined for a redirect
   * @throws ProblemError range-not-satisfiable; ObjectStoreError, OriginNotAllowedError
   */
  async respond(
    { url, fileName, redirect }: DownloadOptions,
    { range, 'if-range': ifRange }: IncomingHttpHeaders,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    reply.header('cache-control', 'no-store');
    if (redirect) {
      reply.code(302).header('location', url);
      return undefined;
    }
    const response = await this.objectStore.get(url, {
      signal,
      range: range || undefined,
      ifRange: typeof ifRange === 'string' ? ifRange : undefined,
    });
    if (response.status === 416) throw createRangeProblem(response);
    reply.code(response.status === 206 ? 206 : 200).header('accept-ranges', 'bytes');
    for (const header of forwardedResponseHeaders) {
      const value = response.headers[header];
      if (value !== undefined) reply.header(header, value);
    }
    return new StreamableFile(response.body, {
      type: 'application/octet-stream',
      disposition: formatContentDisposition(
        fileName ?? parseContentDispositionFileName(response.headers['content-disposition']) ?? 'file',
      ),
    });
  }
}
