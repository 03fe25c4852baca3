import { type BoundClient, type PagedItem, type OperationOutput } from '#koodrive';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapEntries, mapPage, withoutTotal } from '../upstream/map-entries.js';
import { required, requiredCount, requiredText } from '../upstream/required.js';
import {
  type FindReviewsBody,
  type ListReviewsQuery,
  type Review,
  type Reviewer,
  type ReviewList,
  type SetReviewsBody,
  type ReviewVerdict,
} from './reviews.dto.js';

const verdictCodes = { normal: 1, 'low-sensitivity': 2, 'high-sensitivity': 3 } as const satisfies Record<
  ReviewVerdict,
  number
>;
const reviewerCodes = { machine: 10, person: 20, both: 30, appeal: 99 } as const satisfies Record<Reviewer, number>;
const toVerdict = createCodeReader(verdictCodes);
const toReviewer = createCodeReader(reviewerCodes);

type ReviewWire = PagedItem<'auditList'> | NonNullable<OperationOutput<'batchGet'>['auditList']>[number];

const toReview = (wire: ReviewWire): Review => ({
  sha256: requiredText(wire, 'sha256'),
  size: requiredCount(wire, 'size'),
  verdict: toVerdict(wire.auditResult),
  detail: wire.auditDetail || undefined,
  reviewer: toReviewer(wire.auditLevel),
});

export async function listReviews(
  koodrive: BoundClient,
  { withUrls, limit, cursor }: ListReviewsQuery,
): Promise<Page<Review>> {
  const page = await koodrive.fetchPage('auditList', { hasUrl: withUrls || undefined }, { limit, cursor });
  return withoutTotal(mapPage(page, (wire) => ({ ...toReview(wire), url: wire.downloadUrl || undefined })));
}

/** The upstream saves all reviews or none. */
export async function setReviews(koodrive: BoundClient, { reviews }: SetReviewsBody): Promise<void> {
  const list = reviews.map(({ sha256, size, verdict, detail, fileId }) => ({
    sha256,
    size,
    auditResult: verdictCodes[verdict],
    auditDetail: detail,
    fileId,
  }));
  await koodrive.call('batchAudit', { list });
}

export async function findReviews(koodrive: BoundClient, { contents }: FindReviewsBody): Promise<ReviewList> {
  const featureList = contents.map(({ sha256, size, fileId }) => ({ sha256, size, fileId }));
  const wire = await koodrive.call('batchGet', { featureList });
  return mapEntries(required(wire.auditList, wire, 'auditList', 'a list'), toReview);
}
