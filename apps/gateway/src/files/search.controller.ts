import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { acrossSpaces } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { File, SearchQuery } from './files.dto.js';
import { search } from './files.upstream.js';

@ApiTags('files')
@Controller('v1/search')
export class SearchController {
  @Get()
  @Endpoint({
    summary: 'Search for files by name',
    scope: 'files:read',
    upstream: ['Search'],
    answer: pageOf(File),
    cache: { fresh: 15, stale: 60, tags: acrossSpaces },
  })
  search(@Upstream() koodrive: BoundClient, @Query() query: SearchQuery): Promise<Page<File>> {
    return search(koodrive, query);
  }
}
