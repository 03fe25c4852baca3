import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type BoundClient, id, KooDriveError } from '#koodrive';
import { invalidInput, type LocalText, ProblemError } from '#problem';
import type { Page } from '../http/input/page.js';
import type { SharedFile } from '../shares/shares.dto.js';
import { ChangedSpaces } from '../upstream/changed-spaces.js';
import { demand, demandText } from '../upstream/demand.js';
import { StoredContent } from '../upstream/stored-content.js';
import type { LinkOperations } from './link-operations.js';
import { LinkPasses, type Visitor } from './link-passes.js';
import type { LinkFileParams, LinkJob, ListLinkFilesQuery, ShareLink, StartLinkJobBody } from './share-links.dto.js';
import { type LinkJobWish, listLinkFiles, startInput, toLinkJob, toShareLink } from './share-links.upstream.js';

const mostRemembered = 10_000;
/** The codes of a refusal that can be for want of a good access code; inferred, none is documented for it. */
const lockedCode = '13000410';
const wrongCode = '13000102';

const locked: LocalText = {
  en: 'The link does not open to you, or wants its access code: unlock it first.',
  zh: '您无权打开此链接，或链接需要提取码：请先解锁。',
};

/** Turns the dance of calls behind a link into one resource, by either of the two sets of operations. */
@Injectable()
export class ShareLinksService {
  /** The share behind each code: that never changes, and knowing it opens nothing. */
  private readonly shareIds = new Map<string, string>();

  constructor(
    private readonly operations: LinkOperations,
    private readonly passes: LinkPasses,
    private readonly content: StoredContent,
    private readonly changed: ChangedSpaces,
  ) {}

  /** Visits, which asks whether the caller may at all, and reads what visitors may know. */
  async read(koodrive: BoundClient, code: string): Promise<ShareLink> {
    await this.operations.visit(koodrive, { shortUrl: code });
    const { link = {} } = await this.operations.info(koodrive, { shortUrl: code });
    const token = await this.passes.find(this.visitor(koodrive, code));
    return toShareLink(link, code, token !== undefined);
  }

  /** @throws ProblemError invalid-input where the access code was not taken */
  async unlock(koodrive: BoundClient, code: string, extractCode: string): Promise<ShareLink> {
    try {
      const { kdstoken } = await this.operations.verify(koodrive, { shortUrl: code, extractCode });
      await this.passes.keep(this.visitor(koodrive, code), demandText(kdstoken));
    } catch (error) {
      if (!(error instanceof KooDriveError) || error.code !== wrongCode) throw error;
      throw invalidInput('/extractCode', { en: 'is not the access code of this link', zh: '不是此链接的提取码' });
    }
    return this.read(koodrive, code);
  }

  async list(koodrive: BoundClient, code: string, query: ListLinkFilesQuery): Promise<Page<SharedFile>> {
    const top = query.parent === undefined && query.cursor === undefined;
    return this.visiting(koodrive, code, async (token) => {
      const counted = top && (await this.passes.isNewView(this.visitor(koodrive, code)));
      const page = await listLinkFiles(this.operations, koodrive, code, query, { token, counted });
      if (counted) await this.changed.shareViewed();
      return page;
    });
  }

  async download(
    koodrive: BoundClient,
    { code, fileId, redirect }: LinkFileParams & { readonly redirect: boolean },
    headers: IncomingHttpHeaders,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    const shareId = await this.shareId(koodrive, code);
    const { downloadUrl } = await this.visiting(koodrive, code, (token) =>
      this.operations.download(koodrive, { shareId, fileId, ...(token && { kdstoken: token }) }),
    );
    return this.content.answer({ url: demandText(downloadUrl), redirect }, headers, reply, signal);
  }

  async start(koodrive: BoundClient, code: string, body: StartLinkJobBody): Promise<LinkJob> {
    const { action, fileIds, targetSpaceId, targetFolderId, name } = body;
    if (action === 'save' && targetSpaceId === undefined) {
      throw invalidInput('/targetSpaceId', { en: 'is needed to save', zh: '保存时必填' });
    }
    const shareId = await this.shareId(koodrive, code);
    const target = action === 'save' && targetSpaceId ? { fileId: targetFolderId, containerId: targetSpaceId } : null;
    const jobId = await this.visiting(koodrive, code, async (token) => {
      const spaceId = await this.spaceId(koodrive, code, token);
      const wish: LinkJobWish = { action, fileIds, shareId, spaceId, name, ...(target && { target }) };
      return demand(id((await this.operations.start(koodrive, startInput(wish, token))).taskId));
    });
    if (target) await this.changed.remember(`link-job:${jobId}`, [target.containerId]);
    return this.job(koodrive, code, jobId);
  }

  async job(koodrive: BoundClient, code: string, jobId: string): Promise<LinkJob> {
    const shareId = await this.shareId(koodrive, code);
    const found = await this.visiting(koodrive, code, (token) =>
      this.operations.task(koodrive, { shareId, taskId: jobId, ...(token && { kdstoken: token }) }),
    );
    const job = toLinkJob(found, code);
    const ended = job.status === 'completed' || job.status === 'cancelled';
    if (ended && job.action === 'save') await this.changed.settle(`link-job:${jobId}`);
    return job;
  }

  private visitor(koodrive: BoundClient, code: string): Visitor {
    return { kind: this.operations.kind, principal: koodrive.principal, code };
  }

  /** Does what needs the access code. A token that is refused is thrown away: the caller learns to unlock again. */
  private async visiting<T>(koodrive: BoundClient, code: string, work: (token?: string) => Promise<T>): Promise<T> {
    const visitor = this.visitor(koodrive, code);
    const token = await this.passes.find(visitor);
    try {
      return await work(token);
    } catch (error) {
      if (!(error instanceof KooDriveError) || error.code !== lockedCode) throw error;
      if (token) await this.passes.forget(visitor);
      const upstream = { operation: error.operation, code: error.code };
      throw new ProblemError('no-permission', { detail: locked, upstream, cause: error });
    }
  }

  private async shareId(koodrive: BoundClient, code: string): Promise<string> {
    const known = this.shareIds.get(code);
    if (known !== undefined) return known;
    const { link } = await this.operations.info(koodrive, { shortUrl: code });
    const shareId = demand(id(link?.shareId));
    if (this.shareIds.size >= mostRemembered) this.shareIds.clear();
    this.shareIds.set(code, shareId);
    return shareId;
  }

  /** The space that the shared files are in: any of them tells. */
  private async spaceId(koodrive: BoundClient, code: string, token: string | undefined): Promise<string> {
    const page = { limit: 1 };
    const { items } = await listLinkFiles(this.operations, koodrive, code, page, { token, counted: false });
    return demand(items[0]?.spaceId);
  }
}
