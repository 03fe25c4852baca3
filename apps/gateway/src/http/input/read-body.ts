import type { IncomingMessage } from 'node:http';
import { ProblemError } from '#problem';

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
    const chunks: Buffer[] = [];
    let lengthBytes = 0;
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk);
      lengthBytes += chunk.length;
      if (lengthBytes > maxBytes) fail(createTooLargeProblem(maxBytes));
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
      resolve(Buffer.concat(chunks));
    };
    const onError = (cause: Error): void => fail(new ProblemError('bad-request', { cause }));
    const timer = setTimeout(() => fail(createSlowBodyProblem()), timeoutMs);
    payload.on('data', onData).on('end', onEnd).on('error', onError);
  });
}

const createTooLargeProblem = (maxBytes: number): ProblemError =>
  new ProblemError('too-large', { detail: `At most ${maxBytes} bytes.` });

/** The connection cannot be used again: the rest of the body may still arrive. */
export const createSlowBodyProblem = (): ProblemError =>
  new ProblemError('request-timeout', { headers: { connection: 'close' } });
