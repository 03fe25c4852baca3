import { Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BrowserSession } from '#callers';
import { Endpoint } from '../http/endpoint.js';
import { redirectPagePolicy } from './redirect-page.js';
import { CurrentBrowserSession } from './current-browser-session.decorator.js';
import { CurrentSession, LoginQuery } from './browser-session.dto.js';
import { BrowserSessionsService } from './browser-sessions.service.js';
import { type ResponseWithCookies, SignInService } from './sign-in.service.js';

/** Sign-in and sign-out. Pages that the browser navigates to take no credential; the other routes require X-CSRF. */
@ApiTags('session')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly browserSessions: BrowserSessionsService,
  ) {}

  @Get('login')
  @Endpoint({
    summary: 'Sign in with KooDrive',
    description: "Redirects to KooDrive's identity provider. Navigate the browser here; do not call it from a script.",
    scope: 'public',
    upstreamOperations: ['getAuthCodeURL'],
    status: 302,
    rateLimit: 'logins',
  })
  @Header('cache-control', 'no-store')
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { returnTo }: LoginQuery,
  ): Promise<void> {
    reply.header('location', applyCookies(reply, await this.signIn.begin(request, returnTo)));
  }

  @Get('callback')
  @Endpoint({
    summary: 'Finish the sign-in with KooDrive',
    description:
      'The identity provider redirects the browser here. Starts the browser session and returns a page that ' +
      'navigates to `returnTo`.',
    scope: 'public',
    upstreamOperations: ['createSession', 'logout'],
    produces: 'text/html',
    rateLimit: 'logins',
  })
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', redirectPagePolicy)
  async callback(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: Record<string, unknown>,
  ): Promise<string> {
    return applyCookies(reply, await this.signIn.finish(request, query));
  }

  @Get('session')
  @Endpoint({
    summary: 'Get the current browser session: user, times and scopes',
    scope: 'session',
    upstreamOperations: [],
    response: CurrentSession,
  })
  session(@CurrentBrowserSession() session: BrowserSession): CurrentSession {
    return this.browserSessions.describe(session);
  }

  @Post('logout')
  @Endpoint({
    summary: 'Sign out of the gateway and of KooDrive',
    description:
      'Does nothing without a browser session. With one, the call requires X-CSRF and must come from a page of an ' +
      'allowed origin.',
    scope: 'public',
    upstreamOperations: ['logout'],
    status: 204,
    audit: { notRecorded: 'the service records each session that ends' },
  })
  // Not "cookies": that would also delete the cookies of every other site below the same registrable domain.
  @Header('clear-site-data', '"cache", "storage"')
  @Header('cache-control', 'no-store')
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    reply.header('set-cookie', await this.browserSessions.logout(request));
  }
}

function applyCookies<T>(reply: FastifyReply, { content, setCookies }: ResponseWithCookies<T>): T {
  reply.header('set-cookie', setCookies);
  return content;
}
