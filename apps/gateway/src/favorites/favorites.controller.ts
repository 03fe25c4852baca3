import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { DriveFile } from '../files/files.dto.js';
import { Endpoint } from '../http/endpoint.js';
import { BulkResult } from '../http/response/bulk-result.js';
import { crossSpaceReadTags, type InvalidationRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { FavoritesBody, ListFavoritesQuery } from './favorites.dto.js';
import { listFavorites, setFavorites } from './favorites.upstream.js';

const invalidatesFavorites: InvalidationRule = ({ principal }) => [cacheTags.favorites(principal)];

@ApiTags('favorites')
@Controller('v1/me/favorites')
export class FavoritesController {
  @Get()
  @Endpoint({
    summary: 'List your favorites',
    description: 'The most recently marked first. The space of a file is missing if the upstream does not return it.',
    scope: 'files:read',
    upstreamOperations: ['listStarFile'],
    response: createPageClass(DriveFile),
    cache: { maxAgeSeconds: 10, staleWhileRevalidateSeconds: 60, tags: crossSpaceReadTags },
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListFavoritesQuery): Promise<Page<DriveFile>> {
    return listFavorites(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Mark files as favorites',
    scope: 'files:write',
    upstreamOperations: ['batchStarFile'],
    response: BulkResult,
    invalidates: invalidatesFavorites,
    audit: { notRecorded: 'a mark of the user for the user alone' },
  })
  add(@UpstreamClient() koodrive: BoundClient, @Body() { files }: FavoritesBody): Promise<BulkResult> {
    return setFavorites(koodrive, true, files);
  }

  @Post('remove')
  @Endpoint({
    summary: 'Remove files from your favorites',
    scope: 'files:write',
    upstreamOperations: ['batchStarFile'],
    response: BulkResult,
    invalidates: invalidatesFavorites,
    audit: { notRecorded: 'a mark of the user for the user alone' },
  })
  remove(@UpstreamClient() koodrive: BoundClient, @Body() { files }: FavoritesBody): Promise<BulkResult> {
    return setFavorites(koodrive, false, files);
  }
}
