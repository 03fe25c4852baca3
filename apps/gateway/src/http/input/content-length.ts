import { ProblemError } from '#problem';

/**
 * The length of a streamed body.
 *
 * @throws ProblemError length-required without one, too-large above `most`
 */
export function contentLengthOf(header: string | undefined, most: number): number {
  if (header === undefined || !/^\d{1,20}$/.test(header)) throw new ProblemError('length-required');
  const length = Number(header);
  if (length > most) throw new ProblemError('too-large', { detail: `At most ${most} bytes.` });
  return length;
}
