import { Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint } from '../http/endpoint.js';
import { redirectPagePolicy } from './redirect-page.js';
import { OpenIdLogoutService } from './openid-logout.service.js';
import { OpenIdSignInService } from './openid-sign-in.service.js';
import { LoginQuery } from './browser-session.dto.js';

/** Sign-in at the organization's own OpenID Connect provider. The browser navigates to the routes with GET. */
@ApiTags('session')
@Controller('auth/openid')
export class OpenIdController {
  constructor(
    private readonly signIn: OpenIdSignInService,
    private readonly logoutService: OpenIdLogoutService,
  ) {}

  @Get('login')
  @Endpoint({
    summary: 'Sign in with OpenID Connect',
    description: 'Redirects to the configured provider. Navigate the browser here; do not call it from a script.',
    scope: 'public',
    upstreamOperations: [],
    status: 302,
    rateLimit: 'logins',
  })
  @Header('cache-control', 'no-store')
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { returnTo }: LoginQuery,
  ): Promise<void> {
    const { content, setCookies } = await this.signIn.begin(request, returnTo);
    reply.header('set-cookie', setCookies).header('location', content);
  }

  @Get('callback')
  @Endpoint({
    summary: 'Finish the sign-in with OpenID Connect',
    description:
      'The provider redirects the browser here. Starts the browser session and returns a page that navigates to ' +
      '`returnTo`.',
    scope: 'public',
    upstreamOperations: ['logout'],
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
    const { content, setCookies } = await this.signIn.finish(request, query);
    reply.header('set-cookie', setCookies);
    return content;
  }

  @Get('logout')
  @Endpoint({
    summary: 'Sign out of the OpenID Connect provider',
    description: 'Redirects to the provider. End the browser session first with `POST /auth/logout`.',
    scope: 'public',
    upstreamOperations: [],
    status: 302,
  })
  @Header('cache-control', 'no-store')
  async logout(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    reply.header('location', await this.signIn.getSignOutUrl());
  }
  @Post('backchannel-logout')
  @Endpoint({
    summary: 'End browser sessions that the OpenID Connect provider has ended',
    description:
      'For the provider (OpenID Connect Back-Channel Logout 1.0): the form holds a `logout_token`, which works once. It ' +
      'ends the browser sessions of its `sid`, or all of its `sub`, on all instances.',
    scope: 'public',
    upstreamOperations: [],
    formFields: ['logout_token'],
    rateLimit: 'logins',
    audit: { notRecorded: 'the service records each session that ends' },
  })
  @Header('cache-control', 'no-store')
  backChannelLogout(@Req() request: FastifyRequest): Promise<void> {
    const form = request.body as Readonly<Record<string, unknown>> | undefined;
    return this.logoutService.endSessions(request, form?.['logout_token']);
  }
}
