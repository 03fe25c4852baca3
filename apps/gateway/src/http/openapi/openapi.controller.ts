import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createSerializedResponse, type SerializedResponse } from '#cache';
import { ProblemError } from '#problem';
import { Endpoint } from '../endpoint.js';
import { applyResponseHeaders } from '../response/response-headers.js';

/** Serves the OpenAPI document that was created at the start. */
@ApiExcludeController()
@Controller()
export class OpenApiController {
  private published: OpenAPIObject | undefined;
  /** Serialized once: no credential is required, so that a request must cost little. */
  private response: SerializedResponse | undefined;

  publish(document: OpenAPIObject): void {
    this.published = document;
    const contentType = 'application/json; charset=utf-8';
    this.response = createSerializedResponse({ status: 200, contentType, body: JSON.stringify(document) });
  }

  document(): OpenAPIObject | undefined {
    return this.published;
  }

  @Get('openapi.json')
  @Endpoint({ summary: 'The OpenAPI document', scope: 'public', upstreamOperations: [] })
  send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!this.response) throw new ProblemError('not-found');
    reply.send(applyResponseHeaders(request, reply, this.response));
  }
}
