import { BigNumber, Refusal, type Handlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { ReviewLevel, type Review } from '../../state/permissions/reviews.js';
import { flag, rows, text, whole } from '../input.js';

const NORMAL = 1;

/** Content review, for the application. What is normal is not listed. */
export function reviewHandlers(drive: Drive): Handlers {
  const { reviews } = drive;
  return {
    auditList: ({ query }) => {
      const all = reviews.list().filter(({ result }) => result !== NORMAL);
      const start = whole(query.cursor) ?? 0;
      if (!Number.isSafeInteger(start)) throw new Refusal(13000102, 'cursor');
      const end = start + (whole(query.pageSize) ?? 100);
      const address = flag(query.hasUrl) === true;
      return {
        auditList: all.slice(start, end).map((review) => ({
          ...reviewInfo(review),
          ...(address && { downloadUrl: `https://reviews.invalid/${review.sha256}` }),
        })),
        ...(end < all.length && { nextCursor: String(end) }),
      };
    },
    batchAudit: ({ body }) => {
      const given = rows(body.list);
      if (given.some(({ sha256, size, auditResult }) => !sha256 || size === undefined || !auditResult)) {
        throw new Refusal(13000102, 'list');
      }
      for (const { sha256, size, auditResult, auditDetail } of given) {
        const content = { sha256: String(sha256), size: String(size) };
        const verdict = { result: whole(auditResult) ?? NORMAL, detail: text(auditDetail) ?? '' };
        reviews.set({ ...content, ...verdict, level: ReviewLevel.person });
      }
      return {};
    },
    batchGet: ({ body }) => {
      const found = rows(body.featureList).map(({ sha256, size }) => reviews.find(String(sha256), String(size)));
      return { data: { auditList: found.filter((review) => review !== undefined).map(reviewInfo) } };
    },
  };
}

function reviewInfo({ sha256, size, result, detail, level }: Review): Record<string, unknown> {
  return { sha256, size: new BigNumber(size), auditResult: result, auditDetail: detail, auditLevel: level };
}
