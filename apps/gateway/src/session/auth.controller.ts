import { Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '#callers';
import { Endpoint } from '../http/endpoint.js';
import { continuePagePolicy } from './continue-page.js';
import { CurrentSession } from './current-session.decorator.js';
import { CurrentSessionDto, LoginQuery } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { type BrowserAnswer, SignInService } from './sign-in.service.js';

/** Signing in and out. What the browser navigates to itself takes no credential; the rest needs X-CSRF as all else. */
@ApiTags('session')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  @Get('login')
  @Endpoint({
    summary: 'Sign in: lead the browser here',
    description: "Redirects to KooDrive's identity provider. A navigation, not a call of a script.",
    scope: 'public',
    upstream: ['getAuthCodeURL'],
    status: 302,
    limit: 'logins',
  })
  @Header('cache-control', 'no-store')
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { returnTo }: LoginQuery,
  ): Promise<void> {
    reply.header('location', withCookies(reply, await this.signIn.begin(request, returnTo)));
  }

  @Get('callback')
  @Endpoint({
    summary: 'Where the identity provider sends the browser back',
    description: 'Begins the session, and answers a page that leads on to `returnTo`.',
    scope: 'public',
    upstream: ['createSession', 'logout'],
    produces: 'text/html',
    limit: 'logins',
  })
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', continuePagePolicy)
  async callback(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: Record<string, unknown>,
  ): Promise<string> {
    return withCookies(reply, await this.signIn.finish(request, query));
  }

  @Get('session')
  @Endpoint({
    summary: 'Who is signed in, since when, until when, with which scopes',
    scope: 'session',
    upstream: [],
    answer: CurrentSessionDto,
  })
  session(@CurrentSession() session: Session): CurrentSessionDto {
    return this.sessions.describe(session);
  }

  @Post('logout')
  @Endpoint({
    summary: 'Sign out, here and at KooDrive',
    description: 'Does nothing where nobody is signed in. With a session it needs X-CSRF and an allowed page.',
    scope: 'public',
    upstream: ['logout'],
    status: 204,
  })
  // Not "cookies": that would take the cookies of every other site below the same domain, too.
  @Header('clear-site-data', '"cache", "storage"')
  @Header('cache-control', 'no-store')
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    reply.header('set-cookie', await this.sessions.logout(request));
  }
}

function withCookies<T>(reply: FastifyReply, { content, setCookies }: BrowserAnswer<T>): T {
  reply.header('set-cookie', setCookies);
  return content;
}
