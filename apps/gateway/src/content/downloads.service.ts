import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';
import { partProblem } from '../http/problems/koodrive-problems.js';
import { StoredContent } from '../upstream/stored-content.js';
import type { DownloadLinks } from './content.dto.js';
import { downloadLink, downloadLinks } from './content.upstream.js';

interface Wanted {
  readonly spaceId: string;
  readonly fileId: string;
  /** Answer with the address in place of the bytes. */
  readonly redirect: boolean;
}

@Injectable()
export class DownloadsService {
  constructor(private readonly content: StoredContent) {}

  /** The bytes of a file, or of a range of it, straight through; or the address they are at. */
  async answer(
    koodrive: BoundClient,
    { spaceId, fileId, redirect }: Wanted,
    headers: IncomingHttpHeaders,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    const { url, name = fileId } = await downloadLink(koodrive, spaceId, fileId);
    return this.content.answer({ url, name, redirect }, headers, reply, signal);
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
