import { createInvalidInputProblem } from '#problem';

const bytesPerGigabyte = 1024 ** 3;
/** The upstream takes a signed integer of 32 bits. */
const maxGigabytes = 2 ** 31 - 1;

/**
 * Converts a size to the unit of the upstream: binary gigabytes (1024^3 bytes).
 *
 * @param bytes the size in the caller's input
 * @param pointer JSON Pointer to the size in the caller's input
 * @returns GB, an integer
 * @throws ProblemError invalid-input unless the size is a multiple of 1 GB and fits into 32 bits
 */
export function bytesToGigabytes(bytes: number, pointer: string): number {
  const size = bytes / bytesPerGigabyte;
  if (Number.isInteger(size) && size <= maxGigabytes) return size;
  throw createInvalidInputProblem(pointer, {
    en: `must be a multiple of ${bytesPerGigabyte}: whole GB`,
    zh: `必须是 ${bytesPerGigabyte} 的倍数（整 GB）`,
  });
}
