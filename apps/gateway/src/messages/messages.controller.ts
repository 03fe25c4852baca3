import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { BatchResult } from '../http/answer/entry-result.js';
import { type CacheRule, type Purge, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { ListMessagesQuery, Message, MessageIdsBody, UnreadCount } from './messages.dto.js';
import { MessagesService } from './messages.service.js';
import { changeAll, deleteMessages, listMessages, markRead, unreadCount } from './messages.upstream.js';

/** Messages arrive by themselves, too: they are kept for seconds. */
const kept: CacheRule = { fresh: 5, tags: ({ principal }) => [tags.mine(principal), tags.messages] };
const purgesMine: Purge = ({ principal }) => [tags.mine(principal)];

@ApiTags('messages')
@Controller('v1/messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @Endpoint({
    summary: 'List your messages',
    scope: 'messages:read',
    upstream: ['listMessages'],
    answer: pageOf(Message),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListMessagesQuery): Promise<Page<Message>> {
    return listMessages(koodrive, query);
  }

  @Get('unread-count')
  @Endpoint({
    summary: 'Count your unread messages',
    scope: 'messages:read',
    upstream: ['getUnreadCount'],
    answer: UnreadCount,
    cache: kept,
  })
  unread(@Upstream() koodrive: BoundClient): Promise<UnreadCount> {
    return unreadCount(koodrive);
  }

  @Post('read')
  @Endpoint({
    summary: 'Mark messages as read',
    scope: 'messages:write',
    upstream: ['batchReadMessage'],
    answer: BatchResult,
    purge: purgesMine,
  })
  read(@Upstream() koodrive: BoundClient, @Body() { ids }: MessageIdsBody): Promise<BatchResult> {
    return markRead(koodrive, ids);
  }

  @Post('read-all')
  @Endpoint({
    summary: 'Mark all your messages as read',
    scope: 'messages:write',
    upstream: ['updateSpecificMessageState'],
    status: 204,
    purge: purgesMine,
  })
  readAll(@Upstream() koodrive: BoundClient): Promise<void> {
    return changeAll(koodrive, 'mark-read');
  }

  @Post('delete')
  @Endpoint({
    summary: 'Delete messages',
    scope: 'messages:write',
    upstream: ['batchDeleteMessage'],
    answer: BatchResult,
    purge: purgesMine,
  })
  delete(@Upstream() koodrive: BoundClient, @Body() { ids }: MessageIdsBody): Promise<BatchResult> {
    return deleteMessages(koodrive, ids);
  }

  @Delete()
  @Endpoint({
    summary: 'Delete all your messages',
    description: 'Needs `?confirm=all`.',
    scope: 'messages:write',
    upstream: ['updateSpecificMessageState'],
    status: 204,
    purge: purgesMine,
  })
  deleteAll(@Upstream() koodrive: BoundClient, @Query() confirmation: ConfirmationQuery): Promise<void> {
    return this.messages.deleteAll(koodrive, confirmation);
  }
}
