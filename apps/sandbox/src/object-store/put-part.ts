import { createHash, type Hash } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Blobs } from './blobs.js';
import type { HashContext, MultipartUpload, MultipartUploads, StoredPart } from './multipart-uploads.js';
import { resumeSha256, wordsOf } from './sha256-words.js';

/** Where a part belongs. */
export interface PartTarget {
  readonly upload: MultipartUpload;
  readonly number: number;
  readonly context: HashContext | undefined;
}

/** Takes the bytes in one after another, so that no more than a chunk is in memory. */
interface RunningHash {
  update(chunk: Buffer): void;
  end(): Pick<StoredPart, 'after' | 'words' | 'digest'>;
}

/**
 * The hash that a part sent in turn goes on from: undefined when the part before it is not there, or was sent in
 * parallel, so that there is nothing to go on from.
 */
export function hashBefore(upload: MultipartUpload, number: number): Hash | undefined {
  return number === 1 ? createHash('sha256') : upload.parts.get(number - 1)?.after;
}

/** Streams a part to disk. A part cut off on the way leaves nothing behind and throws. */
export async function receivePart(
  request: IncomingMessage,
  target: PartTarget,
  length: number,
  blobs: Blobs,
  uploads: MultipartUploads,
): Promise<StoredPart> {
  const { upload, number, context } = target;
  const before = context ? undefined : hashBefore(upload, number);
  const hash = context || (upload.parallel && number === 1) ? await inParallel(context) : inTurn(before);
  const path = blobs.newPath();
  const file = await open(path, 'wx');
  try {
    let received = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      hash.update(chunk);
      received += chunk.length;
      await file.write(chunk);
    }
    if (received !== length) throw new Error(`${received} of ${length} bytes came`);
  } catch (error) {
    await file.close();
    await unlink(path);
    throw error;
  }
  await file.close();
  const start = before && number > 1 ? { before: before.copy().digest('hex') } : {};
  const part = { number, path, length, ...(context && { context }), ...start, ...hash.end() };
  uploads.store(upload, part);
  return part;
}

function inTurn(before: Hash | undefined): RunningHash {
  if (!before) throw new Error('nothing to go on from');
  const hash = before.copy();
  return {
    update: (chunk) => void hash.update(chunk),
    end: () => ({ after: hash, digest: hash.copy().digest('hex') }),
  };
}

async function inParallel(context: HashContext | undefined): Promise<RunningHash> {
  const hash = await resumeSha256(context);
  return {
    update: (chunk) => void hash.update(chunk),
    end: () => ({ words: wordsOf(hash), digest: hash.digest('hex') }),
  };
}
