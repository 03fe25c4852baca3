import { ProblemError } from '#problem';
import { createTooLargeProblem } from './read-body.js';

/**
 * The length of a streamed body in bytes.
 *
 * @throws ProblemError length-required without a valid header, too-large above `maxBytes`
 */
export function parseContentLength(header: string | undefined, maxBytes: number): number {
  if (header === undefined || !/^\d{1,20}$/.test(header)) throw new ProblemError('length-required');
  const lengthBytes = Number(header);
  if (lengthBytes > maxBytes) throw createTooLargeProblem(maxBytes);
  return lengthBytes;
}
