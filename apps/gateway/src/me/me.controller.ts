import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { tags, whoSeesWhat } from '../http/answer/freshness.js';
import { Upstream } from '../http/upstream.decorator.js';
import { Me } from './me.dto.js';
import { MeService } from './me.service.js';

const allWell = ({ failed }: Me): boolean => failed.length === 0;

@ApiTags('me')
@Controller('v1/me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @Endpoint({
    summary: 'Read your profile, organization, spaces, quota and unread count',
    description: 'Each part may fail alone: `failed` then says which, and why.',
    scope: 'me:read',
    upstream: ['getUser', 'authSession', 'getSpace', 'getSpaceV2', 'getTeamSpaceList', 'getUnreadCount'],
    answer: Me,
    cache: {
      fresh: 10,
      stale: 60,
      tags: ({ principal }) => [tags.mine(principal), tags.messages, tags.spaces, ...whoSeesWhat],
      keepIf: allWell,
    },
  })
  read(@Upstream() koodrive: BoundClient): Promise<Me> {
    return this.me.read(koodrive);
  }
}
