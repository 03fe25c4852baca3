import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { File } from '../files/files.dto.js';
import { Endpoint } from '../http/endpoint.js';
import { BatchResult } from '../http/answer/entry-result.js';
import { acrossSpaces, type Purge, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { FavoritesBody, ListFavoritesQuery } from './favorites.dto.js';
import { listFavorites, markFiles } from './favorites.upstream.js';

const changed: Purge = ({ principal }) => [tags.favorites(principal)];

@ApiTags('favorites')
@Controller('v1/me/favorites')
export class FavoritesController {
  @Get()
  @Endpoint({
    summary: 'List your favorites',
    description: 'Those marked last come first. Not every upstream tells the space of each.',
    scope: 'files:read',
    upstream: ['listStarFile'],
    answer: pageOf(File),
    cache: { fresh: 10, stale: 60, tags: acrossSpaces },
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListFavoritesQuery): Promise<Page<File>> {
    return listFavorites(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Mark files as favorites',
    scope: 'files:write',
    upstream: ['batchStarFile'],
    answer: BatchResult,
    purge: changed,
  })
  add(@Upstream() koodrive: BoundClient, @Body() { files }: FavoritesBody): Promise<BatchResult> {
    return markFiles(koodrive, true, files);
  }

  @Post('remove')
  @Endpoint({
    summary: 'Take files from your favorites',
    scope: 'files:write',
    upstream: ['batchStarFile'],
    answer: BatchResult,
    purge: changed,
  })
  remove(@Upstream() koodrive: BoundClient, @Body() { files }: FavoritesBody): Promise<BatchResult> {
    return markFiles(koodrive, false, files);
  }
}
