import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { FindReviewsBody, ListReviewsQuery, Review, ReviewList, SetReviewsBody } from './reviews.dto.js';
import { findReviews, listReviews, setReviews } from './reviews.upstream.js';

/** The routes exist only if this environment variable is set. */
const enabledByVariable = 'REVIEWS';

/** Responses are not cached, because reviews change at any time without a request to this gateway. */
@ApiTags('reviews')
@Controller('v1/reviews')
export class ReviewsController {
  @Get()
  @Endpoint({
    summary: 'List contents that a review found sensitive',
    scope: 'admin:reviews',
    upstreamOperations: ['auditList'],
    response: createPageClass(Review),
    enabledByVariable,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListReviewsQuery): Promise<Page<Review>> {
    return listReviews(koodrive, query);
  }

  @Put()
  @Endpoint({
    summary: 'Save the results of reviews',
    description: 'All reviews succeed or fail together.',
    scope: 'admin:reviews',
    upstreamOperations: ['batchAudit'],
    status: 204,
    enabledByVariable,
    audit: 'review-changed',
  })
  set(@UpstreamClient() koodrive: BoundClient, @Body() body: SetReviewsBody): Promise<void> {
    return setReviews(koodrive, body);
  }

  @Post('find')
  @Endpoint({
    summary: 'Read the reviews of contents by SHA-256 and size',
    scope: 'admin:reviews',
    safe: true,
    upstreamOperations: ['batchGet'],
    response: ReviewList,
    enabledByVariable,
  })
  find(@UpstreamClient() koodrive: BoundClient, @Body() body: FindReviewsBody): Promise<ReviewList> {
    return findReviews(koodrive, body);
  }
}
