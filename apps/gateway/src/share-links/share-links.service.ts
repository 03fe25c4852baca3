import { Injectable, type StreamableFile } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type BoundClient, errorCodes, KooDriveError } from '#koodrive';
import { createInvalidInputProblem, type LocalizedText, ProblemError } from '#problem';
import type { Page } from '../http/input/page.js';
import { hasJobEnded } from '../jobs/jobs.dto.js';
import type { SharedFile } from '../shares/shares.dto.js';
import { DeferredInvalidation } from '../http/response/deferred-invalidation.js';
import { createFileProblem, explainRejection, requireFolder } from '../upstream/named-folder.js';
import { required, requiredFrom, requiredId, requiredText } from '../upstream/required.js';
import type { SpaceMetadataCache } from '../upstream/space-metadata-cache.js';
import type { GuessLimiter } from '../http/rate-limit/guess-limiter.js';
import { ContentDownloader } from '../http/response/content-downloader.js';
import type { LinkOperations } from './link-operations.js';
import { hashParts, type LinkVisitor } from './link-visitor.js';
import { UnlockTokenStore, type VisitedLink } from './unlock-token-store.js';
import type { LinkFileParams, LinkJob, ListLinkFilesQuery, ShareLink, StartLinkJobBody } from './share-links.dto.js';
import {
  type LinkJobRequest,
  listLinkFiles,
  toCreateBatchTaskInput,
  toLinkJob,
  toShareLink,
} from './share-links.upstream.js';

const maxCachedShareIds = 10_000;
/** The error codes of a missing and of a wrong access code (inferred: no page documents them). */
const lockedLinkCode = errorCodes.noSpacePermission;
const wrongAccessCodeCode = errorCodes.invalidParameter;

const isWrongAccessCode = (error: unknown): boolean =>
  error instanceof KooDriveError && error.code === wrongAccessCodeCode;

const lockedMessage: LocalizedText = {
  en: 'The link does not open to you, or wants its access code: unlock it first.',
  zh: '您无权打开此链接，或链接需要提取码：请先解锁。',
};

/**
 * Provides a link as one resource, for which several upstream calls are needed, with one of the two sets of operations.
 */
@Injectable()
export class ShareLinksService {
  /** Share ids by link code. The share of a link never changes, and its id alone gives no access. */
  private readonly shareIdsByCode = new LRUCache<string, string>({ max: maxCachedShareIds });

  constructor(
    private readonly operations: LinkOperations,
    private readonly unlockTokens: UnlockTokenStore,
    private readonly guesses: GuessLimiter,
    private readonly content: ContentDownloader,
    private readonly deferredInvalidation: DeferredInvalidation,
    private readonly spaces: SpaceMetadataCache,
  ) {}

  /** Reads the data of the share. The visit before it checks whether the caller has access. */
  async read(visitor: LinkVisitor, code: string): Promise<ShareLink> {
    const { koodrive } = visitor;
    await this.operations.visit(koodrive, { shortUrl: code });
    const info = await this.operations.readInfo(koodrive, { shortUrl: code });
    const token = await this.unlockTokens.find(this.toLink(visitor, code));
    return toShareLink(required(info.link, info, 'link'), code, token !== undefined);
  }

  /**
   * @throws ProblemError invalid-input for a wrong access code; too-many-requests after too many of them
   * @throws ProblemError store-unavailable if the unlock token cannot be stored
   */
  async unlock(visitor: LinkVisitor, code: string, extractCode: string): Promise<ShareLink> {
    const link = this.toLink(visitor, code);
    const guess = { guesser: visitor.guesserId, caller: visitor.accountableId, target: hashParts(code) };
    const verify = () => this.operations.verifyAccessCode(visitor.koodrive, { shortUrl: code, extractCode });
    try {
      const unlocked = await this.guesses.run(guess, verify, isWrongAccessCode);
      await this.unlockTokens.save(link, requiredText(unlocked, 'kdstoken'));
    } catch (error) {
      if (!isWrongAccessCode(error)) throw error;
      throw createInvalidInputProblem('/extractCode', {
        en: 'is not the access code of this link',
        zh: '不是此链接的提取码',
      });
    }
    return this.read(visitor, code);
  }

  async listFiles(visitor: LinkVisitor, code: string, query: ListLinkFilesQuery): Promise<Page<SharedFile>> {
    const isTopFolder = query.parent === undefined && query.cursor === undefined;
    return this.withUnlockToken(visitor, code, async (token) => {
      const countsAsView = isTopFolder && (await this.unlockTokens.recordView(this.toLink(visitor, code)));
      const list = () => listLinkFiles(this.operations, visitor.koodrive, code, query, { token, countsAsView });
      const page = await explainRejection(list, async () =>
        (await this.isFile(visitor.koodrive, code, query.parent, token)) ? createFileProblem('/parent') : undefined,
      );
      if (countsAsView) await this.deferredInvalidation.invalidateShares();
      return page;
    });
  }

  async download(
    visitor: LinkVisitor,
    { code, fileId, redirect }: LinkFileParams & { readonly redirect: boolean },
    request: Pick<FastifyRequest, 'method' | 'headers'>,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<StreamableFile | undefined> {
    const { koodrive } = visitor;
    const shareId = await this.resolveShareId(koodrive, code);
    const wire = await this.withUnlockToken(visitor, code, (token) =>
      this.operations.download(koodrive, { shareId, fileId, kdstoken: token }),
    );
    return this.content.respond({ url: requiredText(wire, 'downloadUrl'), redirect }, request, reply, signal);
  }

  /** @throws ProblemError invalid-input for `save` without a target space, or with a file as the target folder */
  async startJob(visitor: LinkVisitor, code: string, body: StartLinkJobBody): Promise<LinkJob> {
    const { koodrive } = visitor;
    const { action, fileIds, targetSpaceId, targetFolderId, name } = body;
    if (action === 'save' && targetSpaceId === undefined) {
      throw createInvalidInputProblem('/targetSpaceId', { en: 'is needed to save', zh: '保存时必填' });
    }
    const target =
      action === 'save' && targetSpaceId ? { fileId: targetFolderId, containerId: targetSpaceId } : undefined;
    if (target) {
      const { fileId: folderId, containerId: spaceId } = target;
      await requireFolder(koodrive, this.spaces, { spaceId, folderId, pointer: '/targetFolderId' });
    }
    const shareId = await this.resolveShareId(koodrive, code);
    const jobId = await this.withUnlockToken(visitor, code, async (token) => {
      const spaceId = await this.resolveSpaceId(koodrive, code, token);
      const request: LinkJobRequest = { action, fileIds, shareId, spaceId, name, target };
      return requiredId(await this.operations.startTask(koodrive, toCreateBatchTaskInput(request, token)), 'taskId');
    });
    if (target) await this.deferredInvalidation.trackJob(koodrive.principal, `link-job:${jobId}`, [target.containerId]);
    // As for other jobs: it runs whether or not it can be read.
    return this.readJob(visitor, code, jobId).catch(() => ({ id: jobId, code, action, status: 'waiting' }));
  }

  async readJob(visitor: LinkVisitor, code: string, jobId: string): Promise<LinkJob> {
    const { koodrive } = visitor;
    const shareId = await this.resolveShareId(koodrive, code);
    const task = await this.withUnlockToken(visitor, code, (token) =>
      this.operations.readTask(koodrive, { shareId, taskId: jobId, kdstoken: token }),
    );
    const job = toLinkJob(task, code);
    if (hasJobEnded(job) && job.action === 'save') {
      await this.deferredInvalidation.invalidateAfterJob(koodrive.principal, `link-job:${jobId}`);
    }
    return job;
  }

  private toLink(visitor: LinkVisitor, code: string): VisitedLink {
    return { kind: this.operations.kind, visitor, code };
  }

  /**
   * Makes a call that may need the unlock token. A token that the upstream rejects is deleted, and the problem tells
   * the caller to unlock the link again.
   *
   * @throws ProblemError no-permission if the upstream rejects the call
   */
  private async withUnlockToken<T>(
    visitor: LinkVisitor,
    code: string,
    call: (token?: string) => Promise<T>,
  ): Promise<T> {
    const link = this.toLink(visitor, code);
    const token = await this.unlockTokens.find(link);
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof KooDriveError) || error.code !== lockedLinkCode) throw error;
      if (token) await this.unlockTokens.delete(link);
      const upstream = { operation: error.operation, code: error.code };
      throw new ProblemError('no-permission', { detail: lockedMessage, upstream, cause: error });
    }
  }

  /**
   * Whether a file of the share has that id. No operation returns the details of a file to a visitor, but only a file has a
   * download URL. Whether the upstream counts this as a download is not documented.
   */
  private async isFile(
    koodrive: BoundClient,
    code: string,
    fileId: string | undefined,
    kdstoken: string | undefined,
  ): Promise<boolean> {
    if (fileId === undefined) return false;
    const shareId = await this.resolveShareId(koodrive, code);
    const { downloadUrl } = await this.operations.download(koodrive, { shareId, fileId, kdstoken });
    return downloadUrl !== undefined;
  }

  private async resolveShareId(koodrive: BoundClient, code: string): Promise<string> {
    const cachedId = this.shareIdsByCode.get(code);
    if (cachedId !== undefined) return cachedId;
    const info = await this.operations.readInfo(koodrive, { shortUrl: code });
    const shareId = requiredId(required(info.link, info, 'link'), 'shareId');
    this.shareIdsByCode.set(code, shareId);
    return shareId;
  }

  /** The space of the shared files. They are all in one space, so the first file is enough. */
  private async resolveSpaceId(koodrive: BoundClient, code: string, token: string | undefined): Promise<string> {
    const page = { limit: 1 };
    const { items } = await listLinkFiles(this.operations, koodrive, code, page, { token, countsAsView: false });
    return requiredFrom('listShareFiles', items[0]?.spaceId, 'a list with the space of its first file');
  }
}
