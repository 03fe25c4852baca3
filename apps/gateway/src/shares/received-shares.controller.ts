import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BulkResult } from '../http/response/bulk-result.js';
import { type CacheRule, cacheTags, shareReadTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import {
  ListReceivedSharesQuery,
  ReadReceivedShareQuery,
  ReceivedShare,
  ShareIdsBody,
  ShareParams,
} from './shares.dto.js';
import { leaveShares, listReceivedShares, readReceivedShare } from './shares.upstream.js';

/** New shares arrive without a request to this gateway, so the responses are cached for seconds only. */
const cacheRule: CacheRule = { maxAgeSeconds: 10, tags: shareReadTags };

@ApiTags('shares')
@Controller('v1/shares/received')
export class ReceivedSharesController {
  @Get()
  @Endpoint({
    summary: 'List the shares that name you as a recipient',
    description: 'Shares with the entire organization are not listed. Open them by their link.',
    scope: 'shares:read',
    upstreamOperations: ['listShareWithMe'],
    response: createPageClass(ReceivedShare),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListReceivedSharesQuery): Promise<Page<ReceivedShare>> {
    return listReceivedShares(koodrive, query);
  }

  @Get(':shareId')
  @Endpoint({
    summary: 'Read a share that you received',
    scope: 'shares:read',
    upstreamOperations: ['getShareWithMeDetail'],
    response: ReceivedShare,
    cache: cacheRule,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { shareId }: ShareParams,
    @Query() _query: ReadReceivedShareQuery,
  ): Promise<ReceivedShare> {
    return readReceivedShare(koodrive, shareId);
  }

  @Post('leave')
  @Endpoint({
    summary: 'Leave shares that you received',
    scope: 'shares:write',
    upstreamOperations: ['exitShare'],
    response: BulkResult,
    invalidates: () => [cacheTags.shares],
    audit: 'share-changed',
  })
  leave(@UpstreamClient() koodrive: BoundClient, @Body() { shareIds }: ShareIdsBody): Promise<BulkResult> {
    return leaveShares(koodrive, shareIds);
  }
}
