import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { tags } from '../http/freshness.js';
import { type Page, pageOf } from '../http/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { ListSpacesQuery, Space, SpaceParams } from './spaces.dto.js';
import { getSpace, listSpaces } from './spaces.upstream.js';

@ApiTags('spaces')
@Controller('v1/spaces')
export class SpacesController {
  @Get()
  @Endpoint({
    summary: 'List the spaces you can reach',
    description: 'Individual spaces first, then those of departments and groups.',
    scope: 'spaces:read',
    upstream: ['getSpace', 'getSpaceV2', 'getTeamSpaceList'],
    answer: pageOf(Space),
    cache: { fresh: 30, stale: 300, staleOnError: 600, tags: () => [tags.spaces] },
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListSpacesQuery): Promise<Page<Space>> {
    return listSpaces(koodrive, query);
  }

  @Get(':spaceId')
  @Endpoint({
    summary: 'Read a space',
    scope: 'spaces:read',
    upstream: ['getSpaceByContainerID'],
    answer: Space,
    cache: { fresh: 30, stale: 300, staleOnError: 600, tags: () => [tags.spaces] },
  })
  read(@Upstream() koodrive: BoundClient, @Param() { spaceId }: SpaceParams): Promise<Space> {
    return getSpace(koodrive, spaceId);
  }
}
