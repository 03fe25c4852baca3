import { ProblemError } from '#problem';

const bytesPerMebibyte = 1024 * 1024;
/** Fifty pages of a hundred files have about 5 MiB. */
export const maxBatchResponseBytes = 8 * bytesPerMebibyte;

/** The bytes that the responses of one batch may still have: all are in memory until the last one has been read. */
export class BatchRoom {
  private remainingBytes: number = maxBatchResponseBytes;

  /** @throws ProblemError too-many-requests where nothing is left, so that the read need not be made */
  requireSome(): void {
    if (this.remainingBytes <= 0) throw createFullProblem();
  }

  /** @throws ProblemError too-many-requests where the response is larger than what is left; no response fits any more */
  take(sizeBytes: number): void {
    this.remainingBytes -= sizeBytes;
    if (this.remainingBytes < 0) throw createFullProblem();
  }
}

const createFullProblem = (): ProblemError =>
  new ProblemError('too-many-requests', {
    detail: {
      en: `The responses of one batch have at most ${maxBatchResponseBytes / bytesPerMebibyte} MiB: read the rest in another one.`,
      zh: `一个批次的响应总计最多 ${maxBatchResponseBytes / bytesPerMebibyte} MiB：请用另一个批次读取其余内容。`,
    },
  });
