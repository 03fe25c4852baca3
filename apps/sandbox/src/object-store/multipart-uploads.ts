import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Blobs, Segment } from './blobs.js';
import { resumeSha256, sameWords, wordsOf, type Words } from './sha256-words.js';

/** Every part but the last is at least so long. */
export const SMALLEST_PART = 5 * 1024 * 1024;

/** The state that a part's hash started from. */
export type HashContext = { readonly words: Words; readonly bytes: number };

export interface StoredPart extends Segment {
  readonly number: number;
  /** Given with a part sent in parallel. */
  readonly context?: HashContext;
  /** For a part sent in turn: the digest it went on from, to see whether an earlier part has changed since. */
  readonly before?: string;
  /** For a part sent in turn: the hash after it. */
  readonly after?: Hash;
  /** For a part sent in parallel: the words after it. */
  readonly words?: Words;
  /** SHA-256 of everything up to the end of this part, if its context was right. */
  readonly digest: string;
}

export interface MultipartUpload {
  readonly uploadId: string;
  readonly key: string;
  /** Some part of it was signed with a hash context. */
  parallel: boolean;
  readonly parts: Map<number, StoredPart>;
}

export type Joined =
  | { readonly complete: true; readonly sha256: string; readonly segments: readonly Segment[] }
  | { readonly complete: false; readonly reason: string };

/** Uploads in progress, as the object store sees them. */
export class MultipartUploads {
  private readonly byId = new Map<string, MultipartUpload>();

  constructor(private readonly blobs: Blobs) {}

  begin(uploadId: string, key: string): MultipartUpload {
    const upload: MultipartUpload = { uploadId, key, parallel: false, parts: new Map() };
    this.byId.set(uploadId, upload);
    return upload;
  }

  find(uploadId: string, key: string): MultipartUpload | undefined {
    const upload = this.byId.get(uploadId);
    return upload?.key === key ? upload : undefined;
  }

  /** Puts a part in place; one of the same number that was there is dropped. */
  store(upload: MultipartUpload, part: StoredPart): void {
    const old = upload.parts.get(part.number);
    if (old) this.blobs.discard([old]);
    upload.parts.set(part.number, part);
  }

  /** Ends an upload whose segments were taken over by the caller. */
  end(upload: MultipartUpload): void {
    this.byId.delete(upload.uploadId);
  }

  /** Ends an upload whose parts nobody wants. */
  abandon(upload: MultipartUpload): void {
    this.blobs.discard([...upload.parts.values()]);
    this.end(upload);
  }

  clear(): void {
    for (const upload of this.byId.values()) this.abandon(upload);
  }
}

/**
 * Joins the parts of an upload. No byte is read again but those of a first part that was sent before the upload was
 * known to be parallel: each part was hashed as it came in, from the state that it claimed, and here the claims are
 * compared with the states that the parts before them really left.
 */
export async function join(upload: MultipartUpload, length: number): Promise<Joined> {
  const parts = [...upload.parts.values()].sort((a, b) => a.number - b.number);
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const missing = parts.findIndex((part, i) => part.number !== i + 1);
  if (missing >= 0) return { complete: false, reason: `part ${missing + 1} is missing` };
  if (total !== length) return { complete: false, reason: `${total} of ${length} bytes were sent` };
  const small = parts.slice(0, -1).find((part) => part.length < SMALLEST_PART);
  if (small) return { complete: false, reason: `part ${small.number} is shorter than ${SMALLEST_PART} bytes` };
  const last = parts.at(-1);
  if (!last) return { complete: true, sha256: createHash('sha256').digest('hex'), segments: [] };
  const broken = await firstBreak(parts);
  if (broken) return { complete: false, reason: `part ${broken} does not go on from the part before it` };
  const segments = parts.filter((part) => part.length > 0).map(({ path, length: size }) => ({ path, length: size }));
  return { complete: true, sha256: last.digest, segments };
}

/** Number of the first part whose hash did not start where the part before it ended. */
async function firstBreak(parts: readonly StoredPart[]): Promise<number | undefined> {
  let offset = 0;
  let previous: StoredPart | undefined;
  for (const part of parts) {
    if (previous && !(await goesOn(previous, part, offset))) return part.number;
    offset += part.length;
    previous = part;
  }
  return undefined;
}

async function goesOn(previous: StoredPart, part: StoredPart, offset: number): Promise<boolean> {
  if (!part.context) return part.before === previous.digest;
  if (part.context.bytes !== offset || offset % 64 !== 0) return false;
  const words = previous.words ?? (previous.number === 1 ? await wordsAfterFirst(previous) : undefined);
  return words !== undefined && sameWords(words, part.context.words);
}

async function wordsAfterFirst(part: StoredPart): Promise<Words> {
  const hash = await resumeSha256();
  for await (const chunk of createReadStream(part.path) as AsyncIterable<Buffer>) hash.update(chunk);
  return wordsOf(hash);
}
