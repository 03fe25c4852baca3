import { createHash, type Hash } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { BlobStore } from './blob-store.js';
import type { HashContext, MultipartUpload, MultipartUploads, StoredPart } from './multipart-uploads.js';
import { resumeSha256, readSha256State } from './sha256-state.js';

export interface PartDestination {
  readonly upload: MultipartUpload;
  readonly number: number;
  readonly hashContext: HashContext | undefined;
}

/** Hashes a part chunk by chunk, so that only one chunk is in memory. */
interface IncrementalHash {
  update(chunk: Buffer): void;
  finish(): Pick<StoredPart, 'hashAfter' | 'stateAfter' | 'digest'>;
}

/**
 * Returns the hash of the bytes before a sequential part. Undefined when the part before it is missing or was sent in
 * parallel.
 */
export function findPrecedingHash(upload: MultipartUpload, number: number): Hash | undefined {
  return number === 1 ? createHash('sha256') : upload.parts.get(number - 1)?.hashAfter;
}

/**
 * Streams a part to disk and stores it in its upload.
 * @param contentLength the announced length of the part in bytes
 * @throws Error when the body is shorter or longer; the file is removed
 */
export async function receivePart(
  request: IncomingMessage,
  destination: PartDestination,
  contentLength: number,
  blobs: BlobStore,
  uploads: MultipartUploads,
): Promise<StoredPart> {
  const { upload, number, hashContext } = destination;
  const precedingHash = hashContext ? undefined : findPrecedingHash(upload, number);
  const hash =
    hashContext || (upload.parallel && number === 1)
      ? await createParallelHash(hashContext)
      : createSequentialHash(precedingHash);
  const path = blobs.createPath();
  const file = await open(path, 'wx');
  try {
    let receivedBytes = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      hash.update(chunk);
      receivedBytes += chunk.length;
      await file.write(chunk);
    }
    if (receivedBytes !== contentLength) {
      throw new Error(`received ${receivedBytes} of ${contentLength} bytes`);
    }
  } catch (error) {
    await file.close();
    await unlink(path);
    throw error;
  }
  await file.close();
  const part: StoredPart = {
    number,
    path,
    length: contentLength,
    hashContext,
    digestBefore: number > 1 ? precedingHash?.copy().digest('hex') : undefined,
    ...hash.finish(),
  };
  uploads.store(upload, part);
  return part;
}

function createSequentialHash(precedingHash: Hash | undefined): IncrementalHash {
  if (!precedingHash) throw new Error('the hash of the part before is missing');
  const hash = precedingHash.copy();
  return {
    update: (chunk) => void hash.update(chunk),
    finish: () => ({ hashAfter: hash, digest: hash.copy().digest('hex') }),
  };
}

async function createParallelHash(context: HashContext | undefined): Promise<IncrementalHash> {
  const hash = await resumeSha256(context);
  return {
    update: (chunk) => void hash.update(chunk),
    finish: () => ({ stateAfter: readSha256State(hash), digest: hash.digest('hex') }),
  };
}
