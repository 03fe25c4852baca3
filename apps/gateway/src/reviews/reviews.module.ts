import { Module } from '@nestjs/common';
import { ReviewsController } from './reviews.controller.js';

/**
 * Content review. KooDrive allows it to allow-listed tenants only, so the module is registered only if it is
 * configured.
 */
@Module({ controllers: [ReviewsController] })
export class ReviewsModule {}
