import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BatchResult } from '../http/answer/entry-result.js';
import { isWhole } from '../http/answer/expansion.js';
import { type CacheRule, type Purge, tags, tagsOfShares } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
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

/** Views are counted and time runs out without a call of ours: kept for seconds. Shares show files of any space. */
const kept: CacheRule = { fresh: 10, tags: tagsOfShares };
const changed: Purge = () => [tags.shares];
/** Receivers are told by a message. */
const told: Purge = () => [tags.shares, tags.messages];

@ApiTags('shares')
@Controller('v1/shares')
export class SharesController {
  constructor(private readonly shares: SharesService) {}

  @Get()
  @Endpoint({
    summary: 'List what you share',
    scope: 'shares:read',
    upstream: ['listShareByMe'],
    answer: pageOf(Share),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListSharesQuery): Promise<Page<Share>> {
    return listShares(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Share files of a space',
    description: 'Selected receivers are told by a message. Others need the link: pass on its code or its address.',
    scope: 'shares:write',
    upstream: ['createShare', 'getShareByMeDetail'],
    answer: Share,
    status: 201,
    purge: told,
    audit: 'share-changed',
    location: ({ id }) => `/v1/shares/${String(id)}`,
  })
  create(@Upstream() koodrive: BoundClient, @Body() body: CreateShareBody): Promise<Share> {
    return this.shares.create(koodrive, body);
  }

  @Get(':shareId')
  @Endpoint({
    summary: 'Read a share of yours, with its access code and its receivers',
    scope: 'shares:read',
    expand: { files: 'shares:read' },
    upstream: ['getShareByMeDetail', 'verifyExtractCode', 'listShareFiles'],
    answer: ExpandedShare,
    cache: { ...kept, keepIf: isWhole },
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() { shareId }: ShareParams,
    @Query() query: ReadShareQuery,
  ): Promise<ExpandedShare> {
    return this.shares.read(koodrive, shareId, query);
  }

  @Patch(':shareId')
  @Endpoint({
    summary: 'Change a share',
    description: 'What is left out stays. A list of receivers replaces the one before.',
    scope: 'shares:write',
    upstream: ['updateShare', 'getShareByMeDetail'],
    answer: Share,
    purge: told,
    audit: 'share-changed',
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() { shareId }: ShareParams,
    @Body() body: ChangeShareBody,
  ): Promise<Share> {
    return this.shares.change(koodrive, shareId, body);
  }

  @Delete(':shareId')
  @Endpoint({
    summary: 'Cancel a share',
    description: 'Its link opens no more; the files stay.',
    scope: 'shares:write',
    upstream: ['batchCancel'],
    status: 204,
    purge: changed,
    audit: 'share-changed',
  })
  cancel(@Upstream() koodrive: BoundClient, @Param() { shareId }: ShareParams): Promise<void> {
    return cancelShare(koodrive, shareId);
  }

  @Post('cancel')
  @Endpoint({
    summary: 'Cancel several shares',
    scope: 'shares:write',
    upstream: ['batchCancel'],
    answer: BatchResult,
    purge: changed,
    audit: 'share-changed',
  })
  cancelMany(@Upstream() koodrive: BoundClient, @Body() { shareIds }: ShareIdsBody): Promise<BatchResult> {
    return cancelShares(koodrive, shareIds);
  }
}
