import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { BulkResult } from '../http/response/bulk-result.js';
import { type CacheRule, type InvalidationRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { ListMessagesQuery, Message, MessageIdsBody, UnreadCount } from './messages.dto.js';
import { MessagesService } from './messages.service.js';
import {
  changeAllMessages,
  deleteMessages,
  listMessages,
  markMessagesRead,
  countUnreadMessages,
} from './messages.upstream.js';

/** New messages arrive without a request to this gateway, so the responses are cached for seconds only. */
const cacheRule: CacheRule = {
  maxAgeSeconds: 5,
  tags: ({ principal }) => [cacheTags.messageReadState(principal), cacheTags.messages],
};
const invalidatesOwnMessages: InvalidationRule = ({ principal }) => [cacheTags.messageReadState(principal)];

@ApiTags('messages')
@Controller('v1/messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @Endpoint({
    summary: 'List your messages',
    scope: 'messages:read',
    upstreamOperations: ['listMessages'],
    response: createPageClass(Message),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListMessagesQuery): Promise<Page<Message>> {
    return listMessages(koodrive, query);
  }

  @Get('unread-count')
  @Endpoint({
    summary: 'Count your unread messages',
    scope: 'messages:read',
    upstreamOperations: ['getUnreadCount'],
    response: UnreadCount,
    cache: cacheRule,
  })
  unread(@UpstreamClient() koodrive: BoundClient): Promise<UnreadCount> {
    return countUnreadMessages(koodrive);
  }

  @Post('read')
  @Endpoint({
    summary: 'Mark messages as read',
    scope: 'messages:write',
    upstreamOperations: ['batchReadMessage'],
    response: BulkResult,
    invalidates: invalidatesOwnMessages,
    audit: 'message-changed',
  })
  read(@UpstreamClient() koodrive: BoundClient, @Body() { ids }: MessageIdsBody): Promise<BulkResult> {
    return markMessagesRead(koodrive, ids);
  }

  @Post('read-all')
  @Endpoint({
    summary: 'Mark all your messages as read',
    scope: 'messages:write',
    upstreamOperations: ['updateSpecificMessageState'],
    status: 204,
    invalidates: invalidatesOwnMessages,
    audit: 'message-changed',
  })
  readAll(@UpstreamClient() koodrive: BoundClient): Promise<void> {
    return changeAllMessages(koodrive, 'mark-read');
  }

  @Post('delete')
  @Endpoint({
    summary: 'Delete messages',
    scope: 'messages:write',
    upstreamOperations: ['batchDeleteMessage'],
    response: BulkResult,
    invalidates: invalidatesOwnMessages,
    audit: 'message-changed',
  })
  delete(@UpstreamClient() koodrive: BoundClient, @Body() { ids }: MessageIdsBody): Promise<BulkResult> {
    return deleteMessages(koodrive, ids);
  }

  @Delete()
  @Endpoint({
    summary: 'Delete all your messages',
    description: 'Requires `?confirm=all`.',
    scope: 'messages:write',
    upstreamOperations: ['updateSpecificMessageState'],
    status: 204,
    invalidates: invalidatesOwnMessages,
    audit: 'message-changed',
  })
  deleteAll(@UpstreamClient() koodrive: BoundClient, @Query() confirmation: ConfirmationQuery): Promise<void> {
    return this.messages.deleteAll(koodrive, confirmation);
  }
}
