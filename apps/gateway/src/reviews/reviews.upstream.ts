import { type BoundClient, type Item, type Output, whole } from '#koodrive';
import type { Page } from '../http/input/page.js';
import { demand, demandText } from '../upstream/demand.js';
import {
  type FindReviewsBody,
  type ListReviewsQuery,
  type Review,
  type Reviewer,
  reviewers,
  type ReviewList,
  type SetReviewsBody,
  type Verdict,
  verdicts,
} from './reviews.dto.js';

const verdictCodes = { normal: 1, 'low-sensitivity': 2, 'high-sensitivity': 3 } as const satisfies Record<
  Verdict,
  number
>;
const reviewerCodes = { machine: 10, person: 20, both: 30, appeal: 99 } as const satisfies Record<Reviewer, number>;

type Wire = Item<'auditList'> | NonNullable<Output<'batchGet'>['auditList']>[number];

export const toReview = (wire: Wire): Review => ({
  sha256: demandText(wire.sha256),
  size: demand(whole(wire.size)),
  verdict: verdicts.find((word) => String(verdictCodes[word]) === String(wire.auditResult)),
  detail: wire.auditDetail || undefined,
  reviewer: reviewers.find((word) => String(reviewerCodes[word]) === String(wire.auditLevel)),
  url: 'downloadUrl' in wire ? wire.downloadUrl || undefined : undefined,
});

export async function listReviews(
  koodrive: BoundClient,
  { withUrls, limit, cursor }: ListReviewsQuery,
): Promise<Page<Review>> {
  const found = await koodrive.page(
    'auditList',
    { ...(withUrls && { hasUrl: true }) },
    { limit, ...(cursor && { cursor }) },
  );
  return { items: found.items.map(toReview), nextCursor: found.nextCursor };
}

/** The upstream takes all or none. */
export async function setReviews(koodrive: BoundClient, { reviews }: SetReviewsBody): Promise<void> {
  const list = reviews.map(({ sha256, size, verdict, detail, fileId }) => ({
    sha256,
    size,
    auditResult: verdictCodes[verdict],
    ...(detail && { auditDetail: detail }),
    ...(fileId && { fileId }),
  }));
  await koodrive.call('batchAudit', { list });
}

export async function findReviews(koodrive: BoundClient, { contents }: FindReviewsBody): Promise<ReviewList> {
  const featureList = contents.map(({ sha256, size, fileId }) => ({ sha256, size, ...(fileId && { fileId }) }));
  const { auditList = [] } = await koodrive.call('batchGet', { featureList });
  return { items: auditList.map(toReview) };
}
