import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint } from '../http/endpoint.js';
import { continuePagePolicy } from './continue-page.js';
import { OpenIdSignInService } from './openid-sign-in.service.js';
import { LoginQuery } from './session.dto.js';

/** The other door: sign-in at the company's own OpenID Connect provider. All are navigations of the browser. */
@ApiTags('session')
@Controller('auth/openid')
export class OpenIdController {
  constructor(private readonly signIn: OpenIdSignInService) {}

  @Get('login')
  @Endpoint({
    summary: 'Sign in by OpenID Connect: lead the browser here',
    description: 'Redirects to the configured provider. A navigation, not a call of a script.',
    scope: 'public',
    upstream: [],
    status: 302,
    limit: 'logins',
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
    summary: 'Where the OpenID Connect provider sends the browser back',
    description: 'Begins the session, and answers a page that leads on to `returnTo`.',
    scope: 'public',
    upstream: ['logout'],
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
    const { content, setCookies } = await this.signIn.finish(request, query);
    reply.header('set-cookie', setCookies);
    return content;
  }

  @Get('logout')
  @Endpoint({
    summary: 'Sign out at the OpenID Connect provider, too',
    description: 'Redirects there. Our own session is ended by `POST /auth/logout`, before.',
    scope: 'public',
    upstream: [],
    status: 302,
  })
  @Header('cache-control', 'no-store')
  async logout(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    reply.header('location', await this.signIn.signOutAddress());
  }
}
