import type { IncomingMessage } from 'node:http';
import { ProblemError } from '#problem';

const initialBufferBytes = 16 * 1024;
/** Each costs about two microseconds, whatever its size. A client that writes each value by itself needs fewer. */
export const maxChunks = 10_000;

/**
 * Reads a complete body. Where the body is too long or too slow, it stops to read but does not destroy the stream: that
 * would close the connection before the caller has read the response (connections/unread-bodies.ts does it afterwards).
 *
 * @throws ProblemError too-large above `maxBytes`, request-timeout after `timeoutMs`, bad-request where the connection
 * breaks
 */
export function readBody(
  payload: IncomingMessage,
  { maxBytes, timeoutMs }: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Buffer> {
  if (Number(payload.headers['content-length']) > maxBytes) return Promise.reject(createTooLargeProblem(maxBytes));
  return new Promise((resolve, reject) => {
    // Copied, because a chunk of one byte would hold the memory of the packet that it came in.
    let bytes: Buffer = Buffer.allocUnsafe(Math.min(initialBufferBytes, maxBytes));
    let lengthBytes = 0;
    let chunkCount = 0;
    const onData = (chunk: Buffer): void => {
      chunkCount += 1;
      if (lengthBytes + chunk.length > maxBytes) return fail(createTooLargeProblem(maxBytes));
      if (chunkCount > maxChunks) return fail(createTooManyChunksProblem());
      if (lengthBytes + chunk.length > bytes.length) bytes = enlarge(bytes, lengthBytes + chunk.length, maxBytes);
      lengthBytes += chunk.copy(bytes, lengthBytes);
    };
    const finish = (): void => {
      clearTimeout(timer);
      payload.off('data', onData).off('end', onEnd).off('error', onError);
      payload.on('error', () => undefined);
    };
    const fail = (problem: ProblemError): void => {
      finish();
      reject(problem);
    };
    const onEnd = (): void => {
      finish();
      resolve(bytes.subarray(0, lengthBytes));
    };
    const onError = (cause: Error): void => fail(new ProblemError('bad-request', { cause }));
    const timer = setTimeout(() => fail(createSlowBodyProblem()), timeoutMs);
    payload.on('data', onData).on('end', onEnd).on('error', onError);
  });
}

/** A copy with twice the room, or with the needed room where that is more. */
function enlarge(bytes: Buffer, neededBytes: number, maxBytes: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(2 * bytes.length, neededBytes)));
  bytes.copy(larger);
  return larger;
}

const createTooManyChunksProblem = (): ProblemError =>
  new ProblemError('too-large', {
    detail: {
      en: `At most ${maxChunks} chunks: send larger ones.`,
      zh: `最多 ${maxChunks} 个分块：请发送更大的分块。`,
    },
  });

export const createTooLargeProblem = (maxBytes: number): ProblemError =>
  new ProblemError('too-large', { detail: { en: `At most ${maxBytes} bytes.`, zh: `最多 ${maxBytes} 字节。` } });

/** The connection cannot be used again: the rest of the body may still arrive. */
export const createSlowBodyProblem = (): ProblemError =>
  new ProblemError('request-timeout', { headers: { connection: 'close' } });
