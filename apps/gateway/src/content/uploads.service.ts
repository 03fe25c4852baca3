import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type BoundClient, ObjectStore, ObjectStoreError } from '#koodrive';
import { ProblemError } from '#problem';
import type { File } from '../files/files.dto.js';
import { readFile } from '../files/files.upstream.js';
import { SharedStore } from '../upstream/shared-store.js';
import {
  type CompleteUploadBody,
  mostPartsAtOnce,
  type PartSize,
  type StartUploadBody,
  type Upload,
  type UploadContentQuery,
  type UploadPart,
  type UploadParts,
} from './content.dto.js';
import {
  addressParts,
  completeUpload,
  completeVersion,
  startUpload,
  startVersion,
  type Ticket,
} from './content.upstream.js';
import { type PartPlan, planParts } from './part-plan.js';
import { partsOf } from './parts-of.js';

const mostTries = 3;
const addressLifeMs = 3_600_000;
const dayInMs = 86_400_000;

/** Asks the upstream for an upload and the addresses of its first parts. */
type Begin = (parts: readonly PartSize[]) => Promise<Ticket>;

/** Uploads in parts: by the gateway itself, or by the caller at pre-signed addresses. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly objects: ObjectStore,
    private readonly store: SharedStore,
  ) {}

  async start(koodrive: BoundClient, spaceId: string, body: StartUploadBody): Promise<Upload> {
    const plan = planParts(body.size);
    const ticket = await startUpload(koodrive, spaceId, body, plan.parts(1, mostPartsAtOnce));
    await this.store.use((store) => store.set(`upload:${ticket.id}`, spaceId, dayInMs));
    return {
      id: ticket.id,
      name: ticket.name,
      partSize: plan.partSize,
      partCount: plan.partCount,
      parts: [...ticket.parts],
      expiresAt: new Date(Date.now() + addressLifeMs).toISOString(),
    };
  }

  async parts(
    koodrive: BoundClient,
    spaceId: string,
    uploadId: string,
    parts: readonly PartSize[],
  ): Promise<UploadParts> {
    await this.demandSpace(spaceId, uploadId);
    return { items: await addressParts(koodrive, uploadId, parts) };
  }

  async complete(
    koodrive: BoundClient,
    spaceId: string,
    uploadId: string,
    { sha256 }: CompleteUploadBody,
  ): Promise<File> {
    await this.demandSpace(spaceId, uploadId);
    await completeUpload(koodrive, uploadId, sha256);
    return readFile(koodrive, spaceId, uploadId);
  }

  /**
   * The upstream knows an upload by its id alone: through another space it would be completed all the same, and what is
   * kept of its own space would stay. What cannot be told, the store being away or the upload older than a day, passes.
   */
  private async demandSpace(spaceId: string, uploadId: string): Promise<void> {
    const begunIn = await this.store.use((store) => store.get(`upload:${uploadId}`));
    if (begunIn && begunIn.toString() !== spaceId) throw new ProblemError('upload-not-found');
  }

  /** Streams `bytes`, exactly `length` of them, into a new file. */
  async put(
    koodrive: BoundClient,
    spaceId: string,
    { name, parent, onConflict }: UploadContentQuery,
    bytes: Readable,
    length: number,
    signal: AbortSignal,
  ): Promise<File> {
    const body = { name, parentId: parent, size: length, onConflict };
    const begin: Begin = (parts) => startUpload(koodrive, spaceId, body, parts);
    const { id, sha256 } = await this.stream(koodrive, begin, bytes, length, signal);
    return this.complete(koodrive, spaceId, id, { sha256 });
  }

  /** The same, as a new version of a file. */
  async putVersion(
    koodrive: BoundClient,
    { spaceId, fileId }: { readonly spaceId: string; readonly fileId: string },
    bytes: Readable,
    length: number,
    signal: AbortSignal,
  ): Promise<File> {
    const begin: Begin = (parts) => startVersion(koodrive, spaceId, fileId, length, parts);
    const { id, sha256 } = await this.stream(koodrive, begin, bytes, length, signal);
    await completeVersion(koodrive, id, sha256);
    return readFile(koodrive, spaceId, fileId);
  }

  /**
   * One part is in memory at a time; the SHA-256 of all is checked by the upstream at the end. Where the caller goes
   * away, nothing is completed: the upstream lets an upload that was begun lapse (it has no call to end one).
   */
  private async stream(
    koodrive: BoundClient,
    begin: Begin,
    bytes: Readable,
    length: number,
    signal: AbortSignal,
  ): Promise<{ id: string; sha256: string }> {
    const plan = planParts(length);
    const ticket = await begin(plan.parts(1, mostPartsAtOnce));
    const addresses = new PartAddresses(koodrive, ticket.id, plan, ticket.parts);
    const hash = createHash('sha256');
    let number = 0;
    try {
      for await (const part of partsOf(bytes, sizesOf(plan))) {
        number += 1;
        hash.update(part);
        await this.send(part, number, addresses, signal);
      }
    } catch (error) {
      // The caller left, or sent less than announced: no failure of ours.
      if (signal.aborted || bytes.errored) throw new ProblemError('bad-request', { cause: error });
      throw error;
    }
    return { id: ticket.id, sha256: hash.digest('hex') };
  }

  /** Putting the same bytes to the same part again is harmless: up to three tries, each at a fresh address. */
  private async send(part: Buffer, number: number, addresses: PartAddresses, signal: AbortSignal): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.objects.put(await addresses.of(number, attempt > 1), part, { signal });
        return;
      } catch (error) {
        if (signal.aborted || attempt === mostTries || !(error instanceof ObjectStoreError)) throw error;
      }
    }
  }
}

function* sizesOf(plan: PartPlan): Generator<number> {
  for (let first = 1; first <= plan.partCount; first += mostPartsAtOnce) {
    for (const { size } of plan.parts(first, first + mostPartsAtOnce - 1)) yield size;
  }
}

/** The addresses of an upload's parts, asked for in batches shortly before they are needed. */
class PartAddresses {
  private known: Map<number, UploadPart>;

  constructor(
    private readonly koodrive: BoundClient,
    private readonly uploadId: string,
    private readonly plan: PartPlan,
    first: readonly UploadPart[],
  ) {
    this.known = new Map(first.map((part) => [part.number, part]));
  }

  async of(number: number, fresh: boolean): Promise<string> {
    if (fresh || !this.known.has(number)) {
      const wanted = this.plan.parts(number, fresh ? number : number + mostPartsAtOnce - 1);
      const found = await addressParts(this.koodrive, this.uploadId, wanted);
      this.known = new Map([...(fresh ? this.known : []), ...found.map((part) => [part.number, part] as const)]);
    }
    const url = this.known.get(number)?.url;
    if (!url) throw new ProblemError('upstream-protocol');
    return url;
  }
}
