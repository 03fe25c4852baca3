import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type BoundClient, ObjectStore, ObjectStoreError } from '#koodrive';
import { ProblemError } from '#problem';
import type { DriveFile } from '../files/files.dto.js';
import { readFile } from '../files/files.upstream.js';
import { WriteRecords } from '../http/response/write-records.js';
import { type NamedFolder, withFolder } from '../upstream/named-folder.js';
import {
  type CompleteUploadBody,
  maxPartsPerRequest,
  type PartSize,
  type StartUploadBody,
  type Upload,
  type UploadContentQuery,
  type UploadPart,
  type UploadParts,
} from './content.dto.js';
import {
  createPartUrls,
  completeUpload,
  completeVersionUpload,
  startUpload,
  startVersionUpload,
  type StartedUpload,
} from './content.upstream.js';
import { PartMemory } from './part-memory.js';
import { type PartPlan, planParts } from './part-plan.js';
import { splitIntoParts } from './split-into-parts.js';

const maxAttempts = 3;
const presignedUrlLifetimeMs = 3_600_000;

/** Starts an upload at the upstream and gets the URLs of its first parts. */
type UploadStarter = (parts: readonly PartSize[]) => Promise<StartedUpload>;

/** Uploads in parts: by the gateway itself, or by the caller to pre-signed URLs. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly objects: ObjectStore,
    private readonly records: WriteRecords,
    private readonly memory: PartMemory,
  ) {}

  async start(koodrive: BoundClient, spaceId: string, body: StartUploadBody): Promise<Upload> {
    const plan = planParts(body.size);
    const folder: NamedFolder = { spaceId, folderId: body.parentId, pointer: '/parentId' };
    const upload = await withFolder(koodrive, folder, () =>
      startUpload(koodrive, spaceId, body, plan.parts(1, maxPartsPerRequest)),
    );
    await this.records.save(koodrive.principal, `upload:${upload.id}`, spaceId);
    return {
      id: upload.id,
      name: upload.name,
      partSize: plan.partSizeBytes,
      partCount: plan.partCount,
      parts: [...upload.parts],
      expiresAt: new Date(Date.now() + presignedUrlLifetimeMs).toISOString(),
    };
  }

  async createPartUrls(
    koodrive: BoundClient,
    spaceId: string,
    uploadId: string,
    parts: readonly PartSize[],
  ): Promise<UploadParts> {
    await this.requireUploadSpace(spaceId, uploadId);
    return { items: await createPartUrls(koodrive, uploadId, parts) };
  }

  async complete(
    koodrive: BoundClient,
    spaceId: string,
    uploadId: string,
    { sha256 }: CompleteUploadBody,
  ): Promise<DriveFile> {
    await this.requireUploadSpace(spaceId, uploadId);
    await completeUpload(koodrive, uploadId, sha256);
    return readFile(koodrive, spaceId, uploadId);
  }

  /**
   * The upstream identifies an upload by its id only. A request that names another space would complete the upload, but
   * the cached responses of the upload's own space would not be invalidated. The check passes if the space of the
   * upload is unknown: when the store is unavailable, or the upload is older than a day.
   *
   * @throws ProblemError upload-not-found if the upload was started in another space
   */
  private async requireUploadSpace(spaceId: string, uploadId: string): Promise<void> {
    const uploadSpaceId = await this.records.find(`upload:${uploadId}`);
    if (uploadSpaceId && uploadSpaceId !== spaceId) throw new ProblemError('upload-not-found');
  }

  /** Streams `bytes`, which has exactly `lengthBytes` bytes, into a new file. */
  async uploadFile(
    koodrive: BoundClient,
    spaceId: string,
    { name, parent, onConflict }: UploadContentQuery,
    bytes: Readable,
    lengthBytes: number,
    signal: AbortSignal,
  ): Promise<DriveFile> {
    const body = { name, parentId: parent, size: lengthBytes, onConflict };
    const folder: NamedFolder = { spaceId, folderId: parent, pointer: '/parent' };
    const start: UploadStarter = (parts) =>
      withFolder(koodrive, folder, () => startUpload(koodrive, spaceId, body, parts));
    const { id, sha256 } = await this.uploadStream(koodrive, start, bytes, lengthBytes, signal);
    return this.complete(koodrive, spaceId, id, { sha256 });
  }

  /** Streams `bytes`, which has exactly `lengthBytes` bytes, into a new version of a file. */
  async uploadVersion(
    koodrive: BoundClient,
    { spaceId, fileId }: { readonly spaceId: string; readonly fileId: string },
    bytes: Readable,
    lengthBytes: number,
    signal: AbortSignal,
  ): Promise<DriveFile> {
    const start: UploadStarter = (parts) => startVersionUpload(koodrive, spaceId, fileId, lengthBytes, parts);
    const { id, sha256 } = await this.uploadStream(koodrive, start, bytes, lengthBytes, signal);
    await completeVersionUpload(koodrive, id, sha256);
    return readFile(koodrive, spaceId, fileId);
  }

  /** @throws ProblemError overloaded where there is no memory for a part; nothing has been created then */
  private async uploadStream(
    koodrive: BoundClient,
    start: UploadStarter,
    bytes: Readable,
    lengthBytes: number,
    signal: AbortSignal,
  ): Promise<{ id: string; sha256: string }> {
    const plan = planParts(lengthBytes);
    const releaseMemory = this.memory.reserve(Math.min(plan.partSizeBytes, lengthBytes));
    try {
      return await this.uploadParts(koodrive, start, bytes, plan, signal);
    } finally {
      releaseMemory();
    }
  }

  /**
   * Only one part is in memory at a time. The upstream checks the SHA-256 of the complete file at the end. If the
   * caller disconnects or its credential becomes invalid, the upload is not completed. It then expires at the upstream,
   * which has no call to cancel an upload.
   */
  private async uploadParts(
    koodrive: BoundClient,
    start: UploadStarter,
    bytes: Readable,
    plan: PartPlan,
    signal: AbortSignal,
  ): Promise<{ id: string; sha256: string }> {
    const upload = await start(plan.parts(1, maxPartsPerRequest));
    const urls = new PresignedPartUrls(koodrive, upload.id, plan, upload.parts);
    const hash = createHash('sha256');
    let number = 0;
    try {
      for await (const part of splitIntoParts(bytes, iteratePartSizes(plan), signal)) {
        number += 1;
        hash.update(part);
        await this.uploadPart(part, number, urls, signal);
      }
    } catch (error) {
      // The caller disconnected, its credential became invalid, or it sent fewer bytes than announced.
      if (signal.aborted) throw signal.reason;
      if (bytes.errored) throw new ProblemError('bad-request', { cause: error });
      throw error;
    }
    return { id: upload.id, sha256: hash.digest('hex') };
  }

  /** Sending the same bytes to the same part again is harmless. There are up to three attempts, each with a new URL. */
  private async uploadPart(part: Buffer, number: number, urls: PresignedPartUrls, signal: AbortSignal): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.objects.put(await urls.urlFor(number, attempt > 1), part, { signal });
        return;
      } catch (error) {
        if (signal.aborted || attempt === maxAttempts || !(error instanceof ObjectStoreError)) throw error;
      }
    }
  }
}

function* iteratePartSizes(plan: PartPlan): Generator<number> {
  for (let first = 1; first <= plan.partCount; first += maxPartsPerRequest) {
    for (const { size } of plan.parts(first, first + maxPartsPerRequest - 1)) yield size;
  }
}

/** The URLs of the parts of an upload. They are requested in batches, shortly before they are needed. */
class PresignedPartUrls {
  private partsByNumber: Map<number, UploadPart>;

  constructor(
    private readonly koodrive: BoundClient,
    private readonly uploadId: string,
    private readonly plan: PartPlan,
    firstParts: readonly UploadPart[],
  ) {
    this.partsByNumber = new Map(firstParts.map((part) => [part.number, part]));
  }

  /**
   * @param renew request a new URL although the part has one
   * @throws ProblemError upstream-protocol if the upstream returns no URL for the part
   */
  async urlFor(number: number, renew: boolean): Promise<string> {
    if (renew || !this.partsByNumber.has(number)) {
      const parts = this.plan.parts(number, renew ? number : number + maxPartsPerRequest - 1);
      const partsWithUrls = await createPartUrls(this.koodrive, this.uploadId, parts);
      this.partsByNumber = new Map([
        ...(renew ? this.partsByNumber : []),
        ...partsWithUrls.map((part) => [part.number, part] as const),
      ]);
    }
    const url = this.partsByNumber.get(number)?.url;
    if (!url) throw new ProblemError('upstream-protocol', { upstream: { operation: 'uploadUrl' } });
    return url;
  }
}
