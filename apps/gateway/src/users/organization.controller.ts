import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { tags } from '../http/answer/freshness.js';
import { Upstream } from '../http/upstream.decorator.js';
import { RaiseUserLimitBody } from './import-checks.dto.js';
import { raiseUserLimit } from './import-checks.upstream.js';

@ApiTags('users')
@Controller('v1/organization')
export class OrganizationController {
  @Post('user-limit')
  @Endpoint({
    summary: 'Ask for more users',
    description:
      'For browser sessions only: the upstream takes no other credential. It documents no parameter for the new limit.',
    scope: 'admin:users',
    upstream: ['expandUserNum'],
    status: 204,
    purge: () => [tags.users],
    audit: 'user-changed',
  })
  raiseUserLimit(@Upstream() koodrive: BoundClient, @Body() { organizationId }: RaiseUserLimitBody): Promise<void> {
    return raiseUserLimit(koodrive, organizationId);
  }
}
