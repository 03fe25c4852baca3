import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { cacheTags, visibilityTags } from '../http/response/cache-tags.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { Me } from './me.dto.js';
import { MeService } from './me.service.js';

const isComplete = ({ failed, omittedSpaces }: Me): boolean => failed.length === 0 && omittedSpaces === undefined;

@ApiTags('me')
@Controller('v1/me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @Endpoint({
    summary: 'Read your profile, organization, spaces, quota and unread count',
    description: 'If a part cannot be read, it is left out, and `failed` has the reason.',
    scope: 'me:read',
    upstreamOperations: ['getUser', 'authSession', 'getSpace', 'getSpaceV2', 'getTeamSpaceList', 'getUnreadCount'],
    response: Me,
    cache: {
      maxAgeSeconds: 10,
      staleWhileRevalidateSeconds: 60,
      tags: ({ principal }) => [
        cacheTags.messageReadState(principal),
        cacheTags.messages,
        cacheTags.spaces,
        ...visibilityTags,
      ],
      cacheIf: isComplete,
    },
  })
  read(@UpstreamClient() koodrive: BoundClient): Promise<Me> {
    return this.me.read(koodrive);
  }
}
