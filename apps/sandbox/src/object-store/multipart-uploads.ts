import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BlobStore, BlobSegment } from './blob-store.js';
import {
  resumeSha256,
  equalSha256States,
  readSha256State,
  sha256BlockBytes,
  type Sha256State,
} from './sha256-state.js';

/** The min size of all parts but the last. */
export const minPartBytes = 5 * 1024 * 1024;

/** The SHA-256 state of the bytes before a part. The caller sends it with the part. */
export type HashContext = { readonly state: Sha256State; readonly byteCount: number };

export interface StoredPart extends BlobSegment {
  readonly number: number;
  /** Only for a parallel part. */
  readonly hashContext?: HashContext;
  /** For a sequential part: the digest of the bytes before it. Shows whether an earlier part was replaced since. */
  readonly digestBefore?: string;
  /** For a sequential part: the hash after it. */
  readonly hashAfter?: Hash;
  /** For a parallel part: the hash state after it. */
  readonly stateAfter?: Sha256State;
  /** SHA-256 of all bytes up to the end of this part, if its context is correct. */
  readonly digest: string;
}

export interface MultipartUpload {
  readonly uploadId: string;
  readonly key: string;
  /** True when the URL of any part was signed with a hash context. */
  parallel: boolean;
  readonly parts: Map<number, StoredPart>;
}

export type AssemblyResult =
  | { readonly complete: true; readonly sha256: string; readonly segments: readonly BlobSegment[] }
  | { readonly complete: false; readonly reason: string };

/** The uploads in progress at the object store. */
export class MultipartUploads {
  private readonly byId = new Map<string, MultipartUpload>();

  constructor(private readonly blobs: BlobStore) {}

  begin(uploadId: string, key: string): MultipartUpload {
    const upload: MultipartUpload = { uploadId, key, parallel: false, parts: new Map() };
    this.byId.set(uploadId, upload);
    return upload;
  }

  find(uploadId: string, key: string): MultipartUpload | undefined {
    const upload = this.byId.get(uploadId);
    return upload?.key === key ? upload : undefined;
  }

  /** Stores a part. Replaces an earlier part with the same number. */
  store(upload: MultipartUpload, part: StoredPart): void {
    const replaced = upload.parts.get(part.number);
    if (replaced) this.blobs.discard([replaced]);
    upload.parts.set(part.number, part);
  }

  /** Removes an upload but not its parts, which the caller has taken over. */
  remove(upload: MultipartUpload): void {
    this.byId.delete(upload.uploadId);
  }

  /** Removes an upload and deletes its parts. */
  abort(upload: MultipartUpload): void {
    this.blobs.discard([...upload.parts.values()]);
    this.remove(upload);
  }

  clear(): void {
    for (const upload of this.byId.values()) this.abort(upload);
  }
}

/**
 * Joins the parts of an upload. Each part was hashed while it was received, from the state in its hash context. This
 * function compares these states with the real states after the parts before them. So it reads no bytes again, except
 * those of a first part that was sent before the upload was known to be parallel.
 */
export async function assembleParts(upload: MultipartUpload, length: number): Promise<AssemblyResult> {
  const parts = [...upload.parts.values()].sort((a, b) => a.number - b.number);
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const missing = parts.findIndex((part, i) => part.number !== i + 1);
  if (missing >= 0) return { complete: false, reason: `part ${missing + 1} is missing` };
  if (total !== length) return { complete: false, reason: `${total} of ${length} bytes were sent` };
  const tooShort = parts.slice(0, -1).find((part) => part.length < minPartBytes);
  if (tooShort) return { complete: false, reason: `part ${tooShort.number} is shorter than ${minPartBytes} bytes` };
  const last = parts.at(-1);
  if (!last) return { complete: true, sha256: createHash('sha256').digest('hex'), segments: [] };
  const discontinuity = await findFirstDiscontinuity(parts);
  if (discontinuity) {
    return { complete: false, reason: `part ${discontinuity} does not continue the part before it` };
  }
  const segments = parts.filter((part) => part.length > 0).map(({ path, length: size }) => ({ path, length: size }));
  return { complete: true, sha256: last.digest, segments };
}

/** Returns the number of the first part whose hash did not start from the state after the part before it. */
async function findFirstDiscontinuity(parts: readonly StoredPart[]): Promise<number | undefined> {
  let offset = 0;
  let previous: StoredPart | undefined;
  for (const part of parts) {
    if (previous && !(await continuesFrom(previous, part, offset))) return part.number;
    offset += part.length;
    previous = part;
  }
  return undefined;
}

async function continuesFrom(previous: StoredPart, part: StoredPart, offset: number): Promise<boolean> {
  if (!part.hashContext) return part.digestBefore === previous.digest;
  if (part.hashContext.byteCount !== offset || offset % sha256BlockBytes !== 0) return false;
  const state = previous.stateAfter ?? (previous.number === 1 ? await hashFirstPart(previous) : undefined);
  return state !== undefined && equalSha256States(state, part.hashContext.state);
}

async function hashFirstPart(part: StoredPart): Promise<Sha256State> {
  const hash = await resumeSha256();
  for await (const chunk of createReadStream(part.path) as AsyncIterable<Buffer>) hash.update(chunk);
  return readSha256State(hash);
}
