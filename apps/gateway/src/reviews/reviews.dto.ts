import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Recorded } from '../http/audit/recorded-fields.js';
import {
  ByteSizeField,
  BooleanField,
  IdField,
  NestedArrayField,
  StringField,
  EnumField,
} from '../http/input/fields.js';
import { ruleText } from '../http/input/rule-text.js';
import { createPageQueryClass, OmittedField } from '../http/input/page.js';

export const reviewVerdicts = ['normal', 'low-sensitivity', 'high-sensitivity'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];
export const reviewers = ['machine', 'person', 'both', 'appeal'] as const;
export type Reviewer = (typeof reviewers)[number];

const Sha256 = (): PropertyDecorator =>
  applyDecorators(
    StringField({
      minLength: 64,
      maxLength: 64,
      example: 'd5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9',
    }),
    Recorded(),
    Matches(/^[0-9a-f]{64}$/, ruleText('must be 64 hexadecimal digits in lower case', '必须是 64 位小写十六进制数字')),
  );

/** Identifies a content, independent of the files that have it. */
class ContentFingerprint {
  @Sha256()
  sha256!: string;

  @ByteSizeField({ example: 11_239 })
  size!: number;
}

/** The result of the review of a content. */
export class Review extends ContentFingerprint {
  @EnumField(reviewVerdicts, { optional: true })
  verdict?: ReviewVerdict;

  @StringField({ maxLength: 100_000, optional: true, description: 'JSON as text, as the upstream returns it.' })
  detail?: string;

  @EnumField(reviewers, {
    optional: true,
    description: 'Who reviewed it; `appeal`: the second review after an appeal.',
  })
  reviewer?: Reviewer;

  @StringField({ maxLength: 8192, optional: true, description: 'URL of the bytes, if requested.' })
  url?: string;
}

export class ReviewList {
  @NestedArrayField(() => Review, { description: 'Contents without a review are left out.' })
  items!: Review[];

  @OmittedField()
  omitted?: number;
}

export class ListReviewsQuery extends createPageQueryClass(Review) {
  @BooleanField({ query: true, optional: true, description: 'true adds the URLs of the bytes.' })
  withUrls?: boolean;
}

export class NewReview extends ContentFingerprint {
  @EnumField(reviewVerdicts)
  verdict!: ReviewVerdict;

  @StringField({ maxLength: 10_000, optional: true, description: 'JSON as text.' })
  detail?: string;

  @IdField({ optional: true, description: 'Only for the log of the upstream.' })
  fileId?: string;
}

export class SetReviewsBody {
  @NestedArrayField(() => NewReview, { minItems: 1, maxItems: 100 })
  reviews!: NewReview[];
}

export class ReviewLookup extends ContentFingerprint {
  @IdField({ optional: true, description: 'Only for the log of the upstream.' })
  fileId?: string;
}

export class FindReviewsBody {
  @NestedArrayField(() => ReviewLookup, { minItems: 1, maxItems: 100 })
  contents!: ReviewLookup[];
}
