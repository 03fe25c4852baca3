import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Endpoint } from '../endpoint.js';

/** Serves the description that was made at the start. */
@ApiExcludeController()
@Controller()
export class OpenApiController {
  private description: OpenAPIObject | undefined;

  publish(description: OpenAPIObject): void {
    this.description = description;
  }

  @Get('openapi.json')
  @Endpoint({ summary: 'This description', scope: 'public', upstream: [] })
  document(): OpenAPIObject | undefined {
    return this.description;
  }
}
