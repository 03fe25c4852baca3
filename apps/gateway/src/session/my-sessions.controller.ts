import { Controller, Delete, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '#callers';
import { Endpoint } from '../http/endpoint.js';
import { type Page, pageOf } from '../http/input/page.js';
import { CurrentSession } from './current-session.decorator.js';
import { MySession, SessionParams } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

/** A user's own sessions, on all their browsers. */
@ApiTags('session')
@Controller('v1/me/sessions')
export class MySessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Endpoint({ summary: 'List your sessions', scope: 'session', upstream: [], answer: pageOf(MySession) })
  async list(@CurrentSession() session: Session): Promise<Page<MySession>> {
    return { items: await this.sessions.list(session), nextCursor: null };
  }

  @Delete(':sessionId')
  @Endpoint({ summary: 'End one of your sessions', scope: 'session', upstream: ['logout'], status: 204 })
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: Session,
    @Param() { sessionId }: SessionParams,
  ): Promise<void> {
    reply.header('set-cookie', await this.sessions.endOne(request, session, sessionId));
  }

  @Delete()
  @Endpoint({
    summary: 'End all your sessions',
    description: 'The one you call with, too.',
    scope: 'session',
    upstream: ['logout'],
    status: 204,
  })
  async endAll(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: Session,
  ): Promise<void> {
    reply.header('set-cookie', await this.sessions.endAll(request, session));
  }
}
