import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BulkResult } from '../http/response/bulk-result.js';
import { isFullyExpanded } from '../http/response/expansion.js';
import { type CacheRule, type InvalidationRule, cacheTags, shareReadTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import {
  ChangeShareBody,
  CreateShareBody,
  ExpandedShare,
  ListSharesQuery,
  ReadShareQuery,
  Share,
  ShareIdsBody,
  ShareParams,
} from './shares.dto.js';
import { SharesService } from './shares.service.js';
import { cancelShare, cancelShares, listShares } from './shares.upstream.js';

/** Views and expiry change shares without a request to this gateway, so the responses are cached for seconds only. */
const cacheRule: CacheRule = { maxAgeSeconds: 10, tags: shareReadTags };
const invalidatesShares: InvalidationRule = () => [cacheTags.shares];
/** Recipients get a message. */
const invalidatesSharesAndMessages: InvalidationRule = () => [cacheTags.shares, cacheTags.messages];

@ApiTags('shares')
@Controller('v1/shares')
export class SharesController {
  constructor(private readonly shares: SharesService) {}

  @Get()
  @Endpoint({
    summary: 'List your shares',
    scope: 'shares:read',
    upstreamOperations: ['listShareByMe'],
    response: createPageClass(Share),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListSharesQuery): Promise<Page<Share>> {
    return listShares(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Share files of a space',
    description: 'Selected recipients get a message. Others need the link: send them its code or its URL.',
    scope: 'shares:write',
    upstreamOperations: ['createShare', 'getShareByMeDetail', 'getSpaceByContainerID'],
    response: Share,
    status: 201,
    invalidates: invalidatesSharesAndMessages,
    audit: 'share-changed',
    location: ({ id }) => `/v1/shares/${String(id)}`,
  })
  create(@UpstreamClient() koodrive: BoundClient, @Body() body: CreateShareBody): Promise<Share> {
    return this.shares.create(koodrive, body);
  }

  @Get(':shareId')
  @Endpoint({
    summary: 'Read one of your shares, with its access code and its recipients',
    scope: 'shares:read',
    expand: { files: 'shares:read' },
    upstreamOperations: ['getShareByMeDetail', 'verifyExtractCode', 'listShareFiles'],
    response: ExpandedShare,
    cache: { ...cacheRule, cacheIf: isFullyExpanded },
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { shareId }: ShareParams,
    @Query() query: ReadShareQuery,
  ): Promise<ExpandedShare> {
    return this.shares.read(koodrive, shareId, query);
  }

  @Patch(':shareId')
  @Endpoint({
    summary: 'Change a share',
    description: 'Fields that are left out do not change. A list of recipients replaces the previous list.',
    scope: 'shares:write',
    upstreamOperations: ['updateShare', 'getShareByMeDetail'],
    response: Share,
    invalidates: invalidatesSharesAndMessages,
    audit: 'share-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { shareId }: ShareParams,
    @Body() body: ChangeShareBody,
  ): Promise<Share> {
    return this.shares.change(koodrive, shareId, body);
  }

  @Delete(':shareId')
  @Endpoint({
    summary: 'Cancel a share',
    description: 'Its link no longer works. The files stay.',
    scope: 'shares:write',
    upstreamOperations: ['batchCancel'],
    status: 204,
    invalidates: invalidatesShares,
    audit: 'share-changed',
  })
  cancel(@UpstreamClient() koodrive: BoundClient, @Param() { shareId }: ShareParams): Promise<void> {
    return cancelShare(koodrive, shareId);
  }

  @Post('cancel')
  @Endpoint({
    summary: 'Cancel several shares',
    scope: 'shares:write',
    upstreamOperations: ['batchCancel'],
    response: BulkResult,
    invalidates: invalidatesShares,
    audit: 'share-changed',
  })
  cancelMany(@UpstreamClient() koodrive: BoundClient, @Body() { shareIds }: ShareIdsBody): Promise<BulkResult> {
    return cancelShares(koodrive, shareIds);
  }
}
