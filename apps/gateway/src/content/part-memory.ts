import { totalmem } from 'node:os';
import { ProblemError } from '#problem';

const bytesPerMebibyte = 1024 * 1024;
const maxSharePercent = 25;
const minLimitBytes = 64 * bytesPerMebibyte;
const maxLimitBytes = 512 * bytesPerMebibyte;

/**
 * The memory for parts of all uploads of this process. Each upload reserves its largest part before anything is created
 * upstream, so that it has the memory until its end. The system gives the memory of a part only as its bytes arrive.
 */
export class PartMemory {
  private reservedBytes = 0;

  constructor(readonly limitBytes = chooseLimitBytes()) {}

  /** @returns the function that gives the bytes back @throws ProblemError overloaded */
  reserve(sizeBytes: number): () => void {
    if (this.reservedBytes + sizeBytes > this.limitBytes)
      throw new ProblemError('overloaded', { retryAfterSeconds: 5 });
    this.reservedBytes += sizeBytes;
    return () => (this.reservedBytes -= sizeBytes);
  }
}

/** A quarter of the memory of the container or machine, within bounds: the rest is for the cache and everything else. */
function chooseLimitBytes(): number {
  // Without a limit, the system reports 0 or more than there is.
  const containerBytes = process.constrainedMemory();
  const memoryBytes = Math.min(containerBytes > 0 ? containerBytes : Infinity, totalmem());
  const shareBytes = Math.floor((memoryBytes * maxSharePercent) / 100);
  return Math.min(Math.max(shareBytes, minLimitBytes), maxLimitBytes);
}
