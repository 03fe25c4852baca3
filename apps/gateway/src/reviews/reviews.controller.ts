import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { FindReviewsBody, ListReviewsQuery, Review, ReviewList, SetReviewsBody } from './reviews.dto.js';
import { findReviews, listReviews, setReviews } from './reviews.upstream.js';

const offUnless = 'REVIEWS';

/** Verdicts come from elsewhere at any time: none is kept. */
@ApiTags('reviews')
@Controller('v1/reviews')
export class ReviewsController {
  @Get()
  @Endpoint({
    summary: 'List contents that were found sensitive',
    scope: 'admin:reviews',
    upstream: ['auditList'],
    answer: pageOf(Review),
    offUnless,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListReviewsQuery): Promise<Page<Review>> {
    return listReviews(koodrive, query);
  }

  @Put()
  @Endpoint({
    summary: 'Say what was decided of contents',
    description: 'All or none: a refusal is of the whole call.',
    scope: 'admin:reviews',
    upstream: ['batchAudit'],
    status: 204,
    offUnless,
  })
  set(@Upstream() koodrive: BoundClient, @Body() body: SetReviewsBody): Promise<void> {
    return setReviews(koodrive, body);
  }

  @Post('find')
  @Endpoint({
    summary: 'Read what was decided of contents, by SHA-256 and size',
    scope: 'admin:reviews',
    upstream: ['batchGet'],
    answer: ReviewList,
    offUnless,
  })
  find(@Upstream() koodrive: BoundClient, @Body() body: FindReviewsBody): Promise<ReviewList> {
    return findReviews(koodrive, body);
  }
}
