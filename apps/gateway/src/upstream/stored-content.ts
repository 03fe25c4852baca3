import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ObjectStore, type StreamAnswer } from '#koodrive';
import { ProblemError } from '#problem';
import { attachment, fileNameIn } from '../http/answer/content-disposition.js';

interface Wanted {
  /** Pre-signed. */
  readonly url: string;
  /** Name to save it under; the object store's own word is taken where it is not known. */
  readonly name?: string;
  /** Answer with the address in place of the bytes. */
  readonly redirect: boolean;
}

/** Headers of the object store that say something of the bytes. Its content type is its guess, and is not passed on. */
const passedOn = ['content-length', 'content-range', 'etag', 'last-modified'] as const;

function unsatisfiable({ headers }: StreamAnswer): ProblemError {
  const range = headers['content-range'];
  return new ProblemError('range-not-satisfiable', range ? { headers: { 'content-range': range } } : {});
}

/** Bytes behind a pre-signed address, or a range of them, straight through; or the address they are at. */
@Injectable()
export class StoredContent {
  constructor(private readonly objects: ObjectStore) {}

  async answer(
    { url, name, redirect }: Wanted,
    { range, 'if-range': ifRange }: IncomingHttpHeaders,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    reply.header('cache-control', 'no-store');
    if (redirect) {
      reply.code(302).header('location', url);
      return undefined;
    }
    const found = await this.objects.get(url, {
      signal,
      ...(range && { range }),
      ...(typeof ifRange === 'string' && { ifRange }),
    });
    if (found.status === 416) throw unsatisfiable(found);
    reply.code(found.status === 206 ? 206 : 200).header('accept-ranges', 'bytes');
    for (const header of passedOn) {
      const value = found.headers[header];
      if (value !== undefined) reply.header(header, value);
    }
    return new StreamableFile(found.body, {
      type: 'application/octet-stream',
      disposition: attachment(name ?? fileNameIn(found.headers['content-disposition']) ?? 'file'),
    });
  }
}
