import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { crossSpaceReadTags, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { ListRecentFilesQuery, ListRelatedEventsQuery, RecentFile, RelatedEvent } from './activity.dto.js';
import { listRecentFiles, listRelatedEvents } from './activity.upstream.js';

@ApiTags('me')
@Controller('v1/me')
export class ActivityController {
  @Get('recent')
  @Endpoint({
    summary: 'List the files you used recently',
    description: 'Newest first. Not cached, because opening a file changes the list.',
    scope: 'files:read',
    upstreamOperations: ['ListRecentlyAccess'],
    response: createPageClass(RecentFile),
  })
  recent(@UpstreamClient() koodrive: BoundClient, @Query() query: ListRecentFilesQuery): Promise<Page<RecentFile>> {
    return listRecentFiles(koodrive, query);
  }

  @Get('related')
  @Endpoint({
    summary: 'List actions of others that concern you',
    description: 'Newest first. The upstream returns only shares with you.',
    scope: 'files:read',
    upstreamOperations: ['ListRelatedToMe'],
    response: createPageClass(RelatedEvent),
    // New shares arrive without a request to this gateway, so the list is cached for seconds only.
    cache: { maxAgeSeconds: 10, tags: (context) => [cacheTags.shares, ...crossSpaceReadTags(context)] },
  })
  related(
    @UpstreamClient() koodrive: BoundClient,
    @Query() query: ListRelatedEventsQuery,
  ): Promise<Page<RelatedEvent>> {
    return listRelatedEvents(koodrive, query);
  }
}
