import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { acrossSpaces, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { ListRecentQuery, ListRelatedQuery, RecentFile, RelatedEvent } from './activity.dto.js';
import { listRecent, listRelated } from './activity.upstream.js';

@ApiTags('me')
@Controller('v1/me')
export class ActivityController {
  @Get('recent')
  @Endpoint({
    summary: 'List the files you used lately',
    description: 'Newest first. Never kept: opening a file changes it.',
    scope: 'files:read',
    upstream: ['ListRecentlyAccess'],
    answer: pageOf(RecentFile),
  })
  recent(@Upstream() koodrive: BoundClient, @Query() query: ListRecentQuery): Promise<Page<RecentFile>> {
    return listRecent(koodrive, query);
  }

  @Get('related')
  @Endpoint({
    summary: 'List what others did that concerns you',
    description: 'Newest first; shares with you are what the upstream tells of.',
    scope: 'files:read',
    upstream: ['ListRelatedToMe'],
    answer: pageOf(RelatedEvent),
    // Shares arrive by themselves: they are kept for seconds.
    cache: { fresh: 10, tags: (subject) => [tags.shares, ...acrossSpaces(subject)] },
  })
  related(@Upstream() koodrive: BoundClient, @Query() query: ListRelatedQuery): Promise<Page<RelatedEvent>> {
    return listRelated(koodrive, query);
  }
}
