import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readObjects, readString, readNumber } from '../../json-input.js';
import { BigNumber, OperationError, type OperationHandlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { ReviewResult, ReviewSource, type ContentReview } from '../../state/permissions/content-reviews.js';
import { signDownloadUrl } from '../files/downloads.js';
import { defaultPageSize } from '../input.js';

/** Content reviews, for the application. Normal results are not listed. */
export function reviewHandlers(drive: Drive): OperationHandlers {
  const { reviews } = drive;
  return {
    auditList: ({ query }) => {
      const all = reviews.list().filter(({ result }) => result !== ReviewResult.normal);
      const start = readNumber(query.cursor) ?? 0;
      if (!Number.isSafeInteger(start)) throw new OperationError(errorCodes.invalidParameter, 'cursor');
      const end = start + (readNumber(query.pageSize) ?? defaultPageSize);
      const hasUrl = readBoolean(query.hasUrl) === true;
      return {
        auditList: all.slice(start, end).map((review) => ({
          ...toReviewInfo(review),
          downloadUrl: hasUrl ? downloadUrlOf(drive, review) : undefined,
        })),
        nextCursor: end < all.length ? String(end) : undefined,
      };
    },
    batchAudit: ({ body }) => {
      const results = readObjects(body.list);
      if (results.some(({ sha256, size, auditResult }) => !sha256 || size === undefined || !auditResult)) {
        throw new OperationError(errorCodes.invalidParameter, 'list');
      }
      for (const { sha256, size, auditResult, auditDetail } of results) {
        reviews.set({
          sha256: String(sha256),
          size: String(size),
          result: readNumber(auditResult) ?? ReviewResult.normal,
          detail: readString(auditDetail) ?? '',
          level: ReviewSource.person,
        });
      }
      return {};
    },
    batchGet: ({ body }) => {
      const matches = readObjects(body.featureList).map(({ sha256, size }) =>
        reviews.find(String(sha256), String(size)),
      );
      return { data: { auditList: matches.filter((review) => review !== undefined).map(toReviewInfo) } };
    },
  };
}

/** A content that no file has yet has a URL, too: it leads to nothing. */
const downloadUrlOf = (drive: Drive, { sha256 }: ContentReview): string =>
  signDownloadUrl(drive, drive.blobs.findBySha256(sha256)?.key ?? sha256, sha256);

function toReviewInfo({ sha256, size, result, detail, level }: ContentReview): Record<string, unknown> {
  return { sha256, size: new BigNumber(size), auditResult: result, auditDetail: detail, auditLevel: level };
}
