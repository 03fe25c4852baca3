import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { OwnershipTransferParams, OwnershipTransferRecipient } from './user-tasks.dto.js';
import { readTransferRecipient } from './user-tasks.upstream.js';

@ApiTags('user-tasks')
@Controller('v1/users/:userId/hand-over-receiver')
export class ReceiverController {
  @Get()
  @Endpoint({
    summary: 'Read the recipient of the files of a user',
    scope: 'user-tasks:read',
    upstreamOperations: ['getHandoverDstUserInfo'],
    response: OwnershipTransferRecipient,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { userId }: OwnershipTransferParams,
  ): Promise<OwnershipTransferRecipient> {
    return readTransferRecipient(koodrive, userId);
  }
}
