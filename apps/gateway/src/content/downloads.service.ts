import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';
import { toPartialFailure } from '../http/problems/koodrive-problems.js';
import { ContentDownloader } from '../http/response/content-downloader.js';
import type { DownloadLinks } from './content.dto.js';
import { createDownloadLink, createDownloadLinks } from './content.upstream.js';

interface FileDownloadRequest {
  readonly spaceId: string;
  readonly fileId: string;
  /** Respond with the URL instead of the bytes. */
  readonly redirect: boolean;
}

@Injectable()
export class DownloadsService {
  constructor(private readonly content: ContentDownloader) {}

  /** Streams the bytes of a file or of a range of it, or redirects to the URL of the bytes. */
  async download(
    koodrive: BoundClient,
    { spaceId, fileId, redirect }: FileDownloadRequest,
    request: Pick<FastifyRequest, 'method' | 'headers'>,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    const { url, name = fileId } = await createDownloadLink(koodrive, spaceId, fileId);
    return this.content.respond({ url, fileName: name, redirect }, request, reply, signal);
  }

  async createLinks(koodrive: BoundClient, spaceId: string, fileIds: readonly string[]): Promise<DownloadLinks> {
    const links = await createDownloadLinks(koodrive, spaceId, fileIds);
    return {
      items: links.map((link, index) =>
        link instanceof ProblemError
          ? { id: fileIds[index] ?? '', status: 'failed', problem: toPartialFailure(link) }
          : { ...link, id: fileIds[index] ?? '' },
      ),
    };
  }
}
