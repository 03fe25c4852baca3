import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Endpoint } from '../endpoint.js';

/** Serves the OpenAPI document that was created at the start. */
@ApiExcludeController()
@Controller()
export class OpenApiController {
  private published: OpenAPIObject | undefined;

  publish(document: OpenAPIObject): void {
    this.published = document;
  }

  @Get('openapi.json')
  @Endpoint({ summary: 'The OpenAPI document', scope: 'public', upstreamOperations: [] })
  document(): OpenAPIObject | undefined {
    return this.published;
  }
}
