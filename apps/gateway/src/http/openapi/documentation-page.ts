import type { INestApplication } from '@nestjs/common';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

interface PageRequest {
  readonly headers: Record<string, string>;
}

/**
 * Serves the page at /docs. Its "Try it out" works for who is signed in: the function is sent to the browser as text, so
 * it may name nothing of ours.
 */
export function serveDocumentation(app: INestApplication, description: OpenAPIObject): void {
  SwaggerModule.setup('docs', app, description, {
    customSiteTitle: 'koodrive-gateway',
    swaggerOptions: {
      docExpansion: 'none',
      requestInterceptor: (request: PageRequest): PageRequest => {
        request.headers['X-CSRF'] = '1';
        return request;
      },
    },
  });
}
