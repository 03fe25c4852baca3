import { largestPartCount } from './content.dto.js';

const mebibyte = 1024 * 1024;
const usualPart = 8 * mebibyte;

/** How a file is cut: all parts but the last are `partSize` long. A file without bytes is one part without bytes. */
export interface PartPlan {
  readonly partSize: number;
  readonly partCount: number;
  /** The parts `first` to `last`, numbered from 1. */
  parts(first: number, last: number): { number: number; size: number }[];
}

/**
 * Parts of 8 MiB, larger only where the file would need more than 10,000 of them (the contract's limit; it wants at
 * least 5 MiB each). Sizes are whole mebibytes, so that they are multiples of the 64 bytes parallel uploads ask for.
 */
export function planParts(length: number): PartPlan {
  const least = Math.ceil(length / largestPartCount / mebibyte) * mebibyte;
  const partSize = Math.max(usualPart, least);
  const partCount = Math.max(1, Math.ceil(length / partSize));
  const sizeOf = (number: number): number => (number < partCount ? partSize : length - (partCount - 1) * partSize);
  return {
    partSize,
    partCount,
    parts: (first, last) => {
      const numbers = Array.from({ length: Math.max(0, Math.min(last, partCount) - first + 1) }, (_, i) => first + i);
      return numbers.map((number) => ({ number, size: sizeOf(number) }));
    },
  };
}
