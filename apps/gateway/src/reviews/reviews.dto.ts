import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Bytes, Flag, Id, ListOf, Text, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';

export const verdicts = ['normal', 'low-sensitivity', 'high-sensitivity'] as const;
export type Verdict = (typeof verdicts)[number];
export const reviewers = ['machine', 'person', 'both', 'appeal'] as const;
export type Reviewer = (typeof reviewers)[number];

const Sha256 = (): PropertyDecorator =>
  applyDecorators(
    Text({ min: 64, max: 64, example: 'd5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9' }),
    Matches(/^[0-9a-f]{64}$/, { message: '$property must be 64 hexadecimal digits in lower case' }),
  );

/** A content, whatever files hold it. */
class Content {
  @Sha256()
  sha256!: string;

  @Bytes({ example: 11_239 })
  size!: number;
}

/** What was decided of a content. */
export class Review extends Content {
  @Word(verdicts, { optional: true })
  verdict?: Verdict | undefined;

  @Text({ max: 100_000, optional: true, description: 'JSON as text, as it came.' })
  detail?: string | undefined;

  @Word(reviewers, { optional: true, description: 'Who decided; `appeal`: the second review after an appeal.' })
  reviewer?: Reviewer | undefined;

  @Text({ max: 8192, optional: true, description: 'Address of the bytes, where it was asked for.' })
  url?: string | undefined;
}

export class ReviewList {
  @ListOf(() => Review, { description: 'Contents that were never reviewed are not among them.' })
  items!: Review[];
}

export class ListReviewsQuery extends pageQueryOf(Review) {
  @Flag({ query: true, optional: true, description: 'true adds addresses of the bytes.' })
  withUrls?: boolean;
}

export class NewReview extends Content {
  @Word(verdicts)
  verdict!: Verdict;

  @Text({ max: 10_000, optional: true, description: 'JSON as text.' })
  detail?: string;

  @Id({ optional: true, description: 'For the log of the upstream alone.' })
  fileId?: string;
}

export class SetReviewsBody {
  @ListOf(() => NewReview, { min: 1, max: 100 })
  reviews!: NewReview[];
}

export class ReviewedContent extends Content {
  @Id({ optional: true, description: 'For the log of the upstream alone.' })
  fileId?: string;
}

export class FindReviewsBody {
  @ListOf(() => ReviewedContent, { min: 1, max: 100 })
  contents!: ReviewedContent[];
}
