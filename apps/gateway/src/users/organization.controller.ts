import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { cacheTags } from '../http/response/cache-tags.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { RaiseUserLimitBody } from './import-checks.dto.js';
import { raiseUserLimit } from './import-checks.upstream.js';

@ApiTags('users')
@Controller('v1/organization')
export class OrganizationController {
  @Post('user-limit')
  @Endpoint({
    summary: 'Request a higher user limit',
    description:
      'For browser sessions only: the upstream accepts no other credential. It documents no parameter for the new limit.',
    scope: 'admin:users',
    upstreamOperations: ['expandUserNum'],
    status: 204,
    invalidates: () => [cacheTags.users],
    audit: 'user-changed',
  })
  raiseUserLimit(
    @UpstreamClient() koodrive: BoundClient,
    @Body() { organizationId }: RaiseUserLimitBody,
  ): Promise<void> {
    return raiseUserLimit(koodrive, organizationId);
  }
}
