import { Module } from '@nestjs/common';
import { ReviewsController } from './reviews.controller.js';

/** Content review, which KooDrive opens to allow-listed tenants only: there where it is configured. */
@Module({ controllers: [ReviewsController] })
export class ReviewsModule {}
