import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** A file on disk that holds a stretch of a content. */
export interface Segment {
  readonly path: string;
  readonly length: number;
}

/** Bytes stored once, however many files have them. */
export interface Blob {
  /** Name in the object store's addresses. */
  readonly key: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly length: number;
  readonly mimeType: string;
  readonly segments: readonly Segment[];
  readonly storedAt: number;
}

/** Contents by their SHA-256, counted by who uses them; the bytes of one that nobody uses are removed. */
export class Blobs {
  private readonly bySha = new Map<string, { readonly blob: Blob; uses: number }>();
  private readonly byKey = new Map<string, Blob>();
  private readonly removals = new Set<Promise<void>>();

  constructor(
    private readonly folder: string,
    private readonly newKey: () => string,
    private readonly now: () => number,
  ) {}

  find(sha256: string): Blob | undefined {
    return this.bySha.get(sha256)?.blob;
  }

  byKeyName(key: string): Blob | undefined {
    return this.byKey.get(key);
  }

  /** How many different contents are stored. */
  get size(): number {
    return this.bySha.size;
  }

  /** A path in the data folder for bytes on their way in. */
  newPath(): string {
    return join(this.folder, randomUUID());
  }

  /** Takes stored segments over, or drops them when the same content is there already. Counts one use. */
  keep(sha256: string, segments: readonly Segment[], mimeType: string): Blob {
    const known = this.bySha.get(sha256);
    if (known) {
      this.discard(segments);
      known.uses += 1;
      return known.blob;
    }
    const length = segments.reduce((sum, segment) => sum + segment.length, 0);
    const blob = { key: this.newKey(), sha256, length, mimeType, segments, storedAt: this.now() };
    this.bySha.set(sha256, { blob, uses: 1 });
    this.byKey.set(blob.key, blob);
    return blob;
  }

  /** Streams bytes to disk; what `keep` wants to know of them. A stream that fails leaves nothing behind. */
  async receive(
    stream: AsyncIterable<Buffer>,
  ): Promise<{ sha256: string; segments: readonly Segment[]; length: number }> {
    const path = this.newPath();
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

  /** Stores a small content at once; for seed data. */
  keepBytes(bytes: Buffer, mimeType: string): Blob {
    const path = this.newPath();
    writeFileSync(path, bytes);
    return this.keep(createHash('sha256').update(bytes).digest('hex'), [{ path, length: bytes.length }], mimeType);
  }

  /** Counts one more use of a content that is there. */
  share(sha256: string): Blob {
    const known = this.bySha.get(sha256);
    if (!known) throw new Error(`no content ${sha256}`);
    known.uses += 1;
    return known.blob;
  }

  /** Counts one use less. */
  release(sha256: string): void {
    const known = this.bySha.get(sha256);
    if (!known) return;
    known.uses -= 1;
    if (known.uses > 0) return;
    this.bySha.delete(sha256);
    this.byKey.delete(known.blob.key);
    this.discard(known.blob.segments);
  }

  discard(segments: readonly Segment[]): void {
    for (const { path } of segments) {
      const removal: Promise<void> = unlink(path)
        .catch(() => undefined)
        .finally(() => this.removals.delete(removal));
      this.removals.add(removal);
    }
  }

  /** Removes everything. */
  async clear(): Promise<void> {
    for (const { blob } of this.bySha.values()) this.discard(blob.segments);
    this.bySha.clear();
    this.byKey.clear();
    await Promise.all(this.removals);
  }
}

/** The bytes from `start` up to and with `end`. */
export function readBlob(blob: Blob, start = 0, end = blob.length - 1): Readable {
  const [only, ...others] = stretches(blob, start, end);
  if (!only) return Readable.from([]);
  if (others.length === 0) return createReadStream(only.path, only);
  return Readable.from(inTurn([only, ...others]), { objectMode: false });
}

interface Stretch {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function stretches(blob: Blob, start: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const { path, length } of blob.segments) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + length - 1);
    if (from <= to) found.push({ path, start: from - at, end: to - at });
    at += length;
  }
  return found;
}

async function* inTurn(found: readonly Stretch[]): AsyncGenerator<Buffer> {
  for (const stretch of found) yield* createReadStream(stretch.path, stretch) as AsyncIterable<Buffer>;
}
