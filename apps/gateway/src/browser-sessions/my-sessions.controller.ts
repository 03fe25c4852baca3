import { Controller, Delete, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BrowserSession } from '#callers';
import { Endpoint } from '../http/endpoint.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { CurrentBrowserSession } from './current-browser-session.decorator.js';
import { MySession, SessionParams } from './browser-session.dto.js';
import { BrowserSessionsService } from './browser-sessions.service.js';

/** The browser sessions of the calling user, in all browsers. */
@ApiTags('session')
@Controller('v1/me/sessions')
export class MySessionsController {
  constructor(private readonly browserSessions: BrowserSessionsService) {}

  @Get()
  @Endpoint({
    summary: 'List your browser sessions',
    scope: 'session',
    upstreamOperations: [],
    response: createPageClass(MySession),
  })
  async list(@CurrentBrowserSession() session: BrowserSession): Promise<Page<MySession>> {
    return { items: await this.browserSessions.list(session), nextCursor: null };
  }

  @Delete(':sessionId')
  @Endpoint({
    summary: 'End one of your browser sessions',
    scope: 'session',
    upstreamOperations: ['logout'],
    status: 204,
    audit: { notRecorded: 'the service records each session that ends' },
  })
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentBrowserSession() session: BrowserSession,
    @Param() { sessionId }: SessionParams,
  ): Promise<void> {
    reply.header('set-cookie', await this.browserSessions.endOne(request, session, sessionId));
  }

  @Delete()
  @Endpoint({
    summary: 'End all your browser sessions',
    description: 'Also ends the session of this request.',
    scope: 'session',
    upstreamOperations: ['logout'],
    status: 204,
    audit: { notRecorded: 'the service records each session that ends' },
  })
  async endAll(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentBrowserSession() session: BrowserSession,
  ): Promise<void> {
    reply.header('set-cookie', await this.browserSessions.endAll(request, session));
  }
}
