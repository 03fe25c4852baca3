import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IdField, NestedArrayField, NestedField, StringField, IntegerField } from '../http/input/fields.js';
import { ruleText } from '../http/input/rule-text.js';
import { Problem } from '../http/problems/problem.dto.js';

/** Reads in one batch. */
export const maxBatchEntries = 50;

/**
 * A path below /v1 and an optional query. The pattern allows no scheme, no host, no `.` or `..`, and no
 * percent-encoding in the path, so that the route table and the router read every path in the same way. Ids need no
 * percent-encoding.
 */
const batchPathPattern = /^\/v1(?:\/(?!\.{1,2}(?:\/|\?|$))[A-Za-z0-9_.-]+)+(?:\?[A-Za-z0-9_.~!$&'()*+,;=:@/?%-]*)?$/;

/** One read of a batch. */
export class BatchEntryRequest {
  @IdField({ example: 'me', description: 'Identifies the response; unique within the batch.' })
  id!: string;

  @StringField({ maxLength: 8192, example: '/v1/me', description: 'Path and query of a GET that returns JSON.' })
  @ApiProperty({ pattern: batchPathPattern.source })
  @Matches(
    batchPathPattern,
    ruleText('must be a path below /v1, without "." or ".." or a host', '必须是 /v1 下的路径，不含“.”、“..”或主机名'),
  )
  path!: string;

  @StringField({
    maxLength: 1024,
    optional: true,
    example: '"q1Zc0Xn2l8Qm"',
    description: 'The ETag of a response that you have: 304 without a body while it is still current.',
  })
  @Matches(/^[\x20-\x7e]*$/, ruleText('must be visible ASCII characters', '必须是可见的 ASCII 字符'))
  ifNoneMatch?: string;
}

export class BatchBody {
  @NestedArrayField(() => BatchEntryRequest, { minItems: 1, maxItems: maxBatchEntries })
  requests!: BatchEntryRequest[];
}

/** The response headers of one read, as far as a page needs them. */
export class BatchEntryHeaders {
  @StringField({ maxLength: 200, optional: true, description: 'Identifies this version of the response.' })
  etag?: string;

  @StringField({ maxLength: 200, optional: true, description: 'How the cache handled the read (RFC 9211).' })
  'cache-status'?: string;

  @StringField({ maxLength: 20, optional: true, description: 'Seconds after which the read may be repeated.' })
  'retry-after'?: string;
}

/** The response to one read: a body where it succeeded, a problem where it failed. */
export class BatchEntryResponse {
  @IdField({ example: 'me' })
  id!: string;

  @IntegerField({ min: 200, max: 599, example: 200 })
  status!: number;

  @NestedField(() => BatchEntryHeaders)
  headers!: BatchEntryHeaders;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'The response body of the route.' })
  body?: unknown;

  @NestedField(() => Problem, { optional: true })
  problem?: Problem;
}

export class BatchResponse {
  @NestedArrayField(() => BatchEntryResponse, { maxItems: maxBatchEntries, description: 'In the order of the reads.' })
  responses!: BatchEntryResponse[];
}
