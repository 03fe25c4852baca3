import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BatchResult } from '../http/answer/entry-result.js';
import { type CacheRule, tags, tagsOfShares } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { ListReceivedQuery, ReadReceivedQuery, ReceivedShare, ShareIdsBody, ShareParams } from './shares.dto.js';
import { leaveShares, listReceived, readReceived } from './shares.upstream.js';

/** Shares arrive by themselves: they are kept for seconds. They show files of any space. */
const kept: CacheRule = { fresh: 10, tags: tagsOfShares };

@ApiTags('shares')
@Controller('v1/shares/received')
export class ReceivedSharesController {
  @Get()
  @Endpoint({
    summary: 'List what is shared with you by name',
    description: 'What is for the whole organization is not listed; its link opens it.',
    scope: 'shares:read',
    upstream: ['listShareWithMe'],
    answer: pageOf(ReceivedShare),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListReceivedQuery): Promise<Page<ReceivedShare>> {
    return listReceived(koodrive, query);
  }

  @Get(':shareId')
  @Endpoint({
    summary: 'Read a share that you received',
    scope: 'shares:read',
    upstream: ['getShareWithMeDetail'],
    answer: ReceivedShare,
    cache: kept,
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() { shareId }: ShareParams,
    @Query() _query: ReadReceivedQuery,
  ): Promise<ReceivedShare> {
    return readReceived(koodrive, shareId);
  }

  @Post('leave')
  @Endpoint({
    summary: 'Leave shares that you received',
    scope: 'shares:write',
    upstream: ['exitShare'],
    answer: BatchResult,
    purge: () => [tags.shares],
    audit: 'share-changed',
  })
  leave(@Upstream() koodrive: BoundClient, @Body() { shareIds }: ShareIdsBody): Promise<BatchResult> {
    return leaveShares(koodrive, shareIds);
  }
}
