import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { crossSpaceReadTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { DriveFile, SearchQuery } from './files.dto.js';
import { searchFiles } from './files.upstream.js';

@ApiTags('files')
@Controller('v1/search')
export class SearchController {
  @Get()
  @Endpoint({
    summary: 'Search for files by name',
    scope: 'files:read',
    upstreamOperations: ['Search', 'getFile'],
    response: createPageClass(DriveFile),
    cache: { maxAgeSeconds: 15, staleWhileRevalidateSeconds: 60, tags: crossSpaceReadTags },
  })
  search(@UpstreamClient() koodrive: BoundClient, @Query() query: SearchQuery): Promise<Page<DriveFile>> {
    return searchFiles(koodrive, query);
  }
}
