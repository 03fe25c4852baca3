import { invalidInput } from '#problem';

const gigabyte = 1024 ** 3;
/** The upstream takes 32 bits. */
const mostGigabytes = 2 ** 31 - 1;

/**
 * A size as the upstream counts it.
 *
 * @param bytes what the caller said
 * @param pointer where the caller said it
 * @throws ProblemError invalid-input unless it is in whole GB
 */
export function wholeGigabytes(bytes: number, pointer: string): number {
  const size = bytes / gigabyte;
  if (Number.isInteger(size) && size <= mostGigabytes) return size;
  throw invalidInput(pointer, {
    en: `must be a multiple of ${gigabyte}: whole GB`,
    zh: `必须是 ${gigabyte} 的倍数（整 GB）`,
  });
}
