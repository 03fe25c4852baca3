import { maxPartCount } from './content.dto.js';

const bytesPerMebibyte = 1024 * 1024;
const defaultPartSizeBytes = 8 * bytesPerMebibyte;

/** How a file is split: each part except the last has `partSizeBytes` bytes. An empty file is one empty part. */
export interface PartPlan {
  readonly partSizeBytes: number;
  readonly partCount: number;
  /** The parts `first` to `last`, numbered from 1. `size` is in bytes. */
  parts(first: number, last: number): { number: number; size: number }[];
}

/**
 * Parts of 8 MiB. They are larger only if the file needs more than 10,000 parts. The contract limits the number to
 * 10,000 and requires at least 5 MiB for each part. Sizes are multiples of 1 MiB, and so of the 64 bytes that parallel
 * uploads require.
 */
export function planParts(lengthBytes: number): PartPlan {
  const minPartSizeBytes = Math.ceil(lengthBytes / maxPartCount / bytesPerMebibyte) * bytesPerMebibyte;
  const partSizeBytes = Math.max(defaultPartSizeBytes, minPartSizeBytes);
  const partCount = Math.max(1, Math.ceil(lengthBytes / partSizeBytes));
  const sizeOf = (number: number): number =>
    number < partCount ? partSizeBytes : lengthBytes - (partCount - 1) * partSizeBytes;
  return {
    partSizeBytes,
    partCount,
    parts: (first, last) => {
      const numbers = Array.from({ length: Math.max(0, Math.min(last, partCount) - first + 1) }, (_, i) => first + i);
      return numbers.map((number) => ({ number, size: sizeOf(number) }));
    },
  };
}
