import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { Upstream } from '../http/upstream.decorator.js';
import { HandedOverParams, HandOverReceiver } from './user-tasks.dto.js';
import { readReceiver } from './user-tasks.upstream.js';

@ApiTags('user-tasks')
@Controller('v1/users/:userId/hand-over-receiver')
export class ReceiverController {
  @Get()
  @Endpoint({
    summary: 'Tell who gets the files of a user handed over',
    scope: 'user-tasks:read',
    upstream: ['getHandoverDstUserInfo'],
    answer: HandOverReceiver,
  })
  read(@Upstream() koodrive: BoundClient, @Param() { userId }: HandedOverParams): Promise<HandOverReceiver> {
    return readReceiver(koodrive, userId);
  }
}
