import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Id, ListOf, Part, Text, Whole } from '../http/input/fields.js';
import { ProblemDto } from '../http/problems/problem.dto.js';

/** Reads in one batch. */
export const mostReads = 50;

/**
 * An address below /v1 as the router reads it, and as nobody else could: no scheme, no host, no `.` or `..`, and nothing
 * percent-encoded before the query, since that could be another address than it looks. Ids need none of it.
 */
export const batchPathPattern =
  /^\/v1(?:\/(?!\.{1,2}(?:\/|\?|$))[A-Za-z0-9_.-]+)+(?:\?[A-Za-z0-9_.~!$&'()*+,;=:@/?%-]*)?$/;

/** One read of a batch. */
export class BatchRead {
  @Id({ example: 'me', description: 'Names the answer; each at most once.' })
  id!: string;

  @Text({ max: 8192, example: '/v1/me', description: 'Path and query of a GET that answers JSON.' })
  @ApiProperty({ pattern: batchPathPattern.source })
  @Matches(batchPathPattern, { message: '$property must be a path below /v1, without "." or ".." or a host' })
  path!: string;

  @Text({
    max: 1024,
    optional: true,
    example: '"q1Zc0Xn2l8Qm"',
    description: 'An ETag that you have the answer of: 304 without a body while it is still right.',
  })
  @Matches(/^[\x20-\x7e]*$/, { message: '$property must be visible ASCII characters' })
  ifNoneMatch?: string;
}

export class BatchBody {
  @ListOf(() => BatchRead, { min: 1, max: mostReads })
  requests!: BatchRead[];
}

/** What a read of its own would have had as headers, as far as it matters to a page. */
export class BatchHeaders {
  @Text({ max: 200, optional: true, description: 'Names this state of the answer.' })
  etag?: string | undefined;

  @Text({ max: 200, optional: true, description: 'Where the answer came from (RFC 9211).' })
  'cache-status'?: string | undefined;

  @Text({ max: 20, optional: true, description: 'Seconds after which it may be asked again.' })
  'retry-after'?: string | undefined;
}

/** The answer to one read: with its body where it went well, with its problem where it failed. */
export class BatchAnswer {
  @Id({ example: 'me' })
  id!: string;

  @Whole({ min: 200, max: 599, example: 200 })
  status!: number;

  @Part(() => BatchHeaders)
  headers!: BatchHeaders;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'As the route answers it.' })
  body?: unknown;

  @Part(() => ProblemDto, { optional: true })
  problem?: ProblemDto | undefined;
}

export class BatchAnswers {
  @ListOf(() => BatchAnswer, { max: mostReads, description: 'In the order of the reads.' })
  responses!: BatchAnswer[];
}
