import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type BoundClient, ObjectStore, type StreamAnswer } from '#koodrive';
import { ProblemError } from '#problem';
import { partProblem } from '../http/koodrive-problems.js';
import { attachment } from './content-disposition.js';
import type { DownloadLinks } from './content.dto.js';
import { downloadLink, downloadLinks } from './content.upstream.js';

interface Wanted {
  readonly spaceId: string;
  readonly fileId: string;
  /** Answer with the address in place of the bytes. */
  readonly redirect: boolean;
}

/** Headers of the object store that say something of the bytes. Its content type is its guess, and is not passed on. */
const passedOn = ['content-length', 'content-range', 'etag', 'last-modified'] as const;

function unsatisfiable({ headers }: StreamAnswer): ProblemError {
  const range = headers['content-range'];
  return new ProblemError('range-not-satisfiable', range ? { headers: { 'content-range': range } } : {});
}

@Injectable()
export class DownloadsService {
  constructor(private readonly objects: ObjectStore) {}

  /** The bytes of a file, or of a range of it, straight through; or the address they are at. */
  async answer(
    koodrive: BoundClient,
    { spaceId, fileId, redirect }: Wanted,
    { range, 'if-range': ifRange }: IncomingHttpHeaders,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    const link = await downloadLink(koodrive, spaceId, fileId);
    reply.header('cache-control', 'no-store');
    if (redirect) {
      reply.code(302).header('location', link.url);
      return undefined;
    }
    const found = await this.objects.get(link.url, {
      signal,
      ...(range && { range }),
      ...(typeof ifRange === 'string' && { ifRange }),
    });
    if (found.status === 416) throw unsatisfiable(found);
    reply.code(found.status === 206 ? 206 : 200).header('accept-ranges', 'bytes');
    for (const name of passedOn) {
      const value = found.headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    return new StreamableFile(found.body, {
      type: 'application/octet-stream',
      disposition: attachment(link.name ?? fileId),
    });
  }

  async links(koodrive: BoundClient, spaceId: string, fileIds: readonly string[]): Promise<DownloadLinks> {
    const found = await downloadLinks(koodrive, spaceId, fileIds);
    return {
      items: found.map((link, index) =>
        link instanceof ProblemError
          ? { id: fileIds[index] ?? '', status: 'failed', problem: partProblem(link) }
          : { ...link, id: fileIds[index] ?? '' },
      ),
    };
  }
}
