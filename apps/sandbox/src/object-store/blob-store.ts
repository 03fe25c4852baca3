import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** A file on disk with a consecutive range of a content. */
export interface BlobSegment {
  readonly path: string;
  readonly length: number;
}

/** A content. It is stored once, even when several files have it. */
export interface StoredBlob {
  /** The key in the URLs of the object store. */
  readonly key: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly length: number;
  readonly mimeType: string;
  readonly segments: readonly BlobSegment[];
  readonly storedAt: number;
}

/** Contents by their SHA-256, with a reference count. A content is removed when its count reaches 0. */
export class BlobStore {
  private readonly bySha256 = new Map<string, { readonly blob: StoredBlob; references: number }>();
  private readonly byKey = new Map<string, StoredBlob>();
  private readonly removals = new Set<Promise<void>>();

  constructor(
    private readonly folder: string,
    private readonly newKey: () => string,
    private readonly now: () => number,
  ) {}

  findBySha256(sha256: string): StoredBlob | undefined {
    return this.bySha256.get(sha256)?.blob;
  }

  findByKey(key: string): StoredBlob | undefined {
    return this.byKey.get(key);
  }

  /** A new path in the data folder for received bytes. */
  createPath(): string {
    return join(this.folder, randomUUID());
  }

  /**
   * Stores a content from segments on disk and adds one reference. If the content is stored already, removes the
   * segments.
   */
  store(sha256: string, segments: readonly BlobSegment[], mimeType: string): StoredBlob {
    const entry = this.bySha256.get(sha256);
    if (entry) {
      this.discard(segments);
      entry.references += 1;
      return entry.blob;
    }
    const length = segments.reduce((sum, segment) => sum + segment.length, 0);
    const blob = { key: this.newKey(), sha256, length, mimeType, segments, storedAt: this.now() };
    this.bySha256.set(sha256, { blob, references: 1 });
    this.byKey.set(blob.key, blob);
    return blob;
  }

  /** Streams bytes to disk and returns the arguments for `store`. Removes the file when the stream fails. */
  async receive(
    stream: AsyncIterable<Buffer>,
  ): Promise<{ sha256: string; segments: readonly BlobSegment[]; length: number }> {
    const path = this.createPath();
    const hash = createHash('sha256');
    const file = await open(path, 'wx');
    let length = 0;
    try {
      for await (const chunk of stream) {
        hash.update(chunk);
        length += chunk.length;
        await file.write(chunk);
      }
    } catch (error) {
      this.discard([{ path, length }]);
      throw error;
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), segments: [{ path, length }], length };
  }

  /** Stores a small content synchronously, for seed data. */
  storeBytes(bytes: Buffer, mimeType: string): StoredBlob {
    const path = this.createPath();
    writeFileSync(path, bytes);
    return this.store(createHash('sha256').update(bytes).digest('hex'), [{ path, length: bytes.length }], mimeType);
  }

  /**
   * Adds one reference to a stored content.
   * @throws Error when the content is not stored
   */
  retain(sha256: string): StoredBlob {
    const entry = this.bySha256.get(sha256);
    if (!entry) throw new Error(`no content ${sha256}`);
    entry.references += 1;
    return entry.blob;
  }

  /** Removes one reference, and the content with the last one. */
  release(sha256: string): void {
    const entry = this.bySha256.get(sha256);
    if (!entry) return;
    entry.references -= 1;
    if (entry.references > 0) return;
    this.bySha256.delete(sha256);
    this.byKey.delete(entry.blob.key);
    this.discard(entry.blob.segments);
  }

  /** Deletes the files of segments in the background. */
  discard(segments: readonly BlobSegment[]): void {
    for (const { path } of segments) {
      const removal: Promise<void> = unlink(path)
        .catch(() => undefined)
        .finally(() => this.removals.delete(removal));
      this.removals.add(removal);
    }
  }

  /** Removes all contents, and resolves when their files are deleted. */
  async clear(): Promise<void> {
    for (const { blob } of this.bySha256.values()) this.discard(blob.segments);
    this.bySha256.clear();
    this.byKey.clear();
    await Promise.all(this.removals);
  }
}

/** Streams the bytes from `start` to `end`, both inclusive. */
export function readBlob(blob: StoredBlob, start = 0, end = blob.length - 1): Readable {
  const [first, ...others] = segmentRangesOf(blob, start, end);
  if (!first) return Readable.from([]);
  if (others.length === 0) return createReadStream(first.path, first);
  return Readable.from(readSequentially([first, ...others]), { objectMode: false });
}

interface SegmentRange {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function segmentRangesOf(blob: StoredBlob, start: number, end: number): SegmentRange[] {
  const ranges: SegmentRange[] = [];
  let offset = 0;
  for (const { path, length } of blob.segments) {
    const from = Math.max(start, offset);
    const to = Math.min(end, offset + length - 1);
    if (from <= to) ranges.push({ path, start: from - offset, end: to - offset });
    offset += length;
  }
  return ranges;
}

async function* readSequentially(ranges: readonly SegmentRange[]): AsyncGenerator<Buffer> {
  for (const range of ranges) yield* createReadStream(range.path, range) as AsyncIterable<Buffer>;
}
