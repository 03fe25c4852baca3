import type { INestApplication } from '@nestjs/common';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

interface SwaggerUiRequest {
  readonly headers: Record<string, string>;
}

/**
 * Serves the page at /docs. Its "Try it out" works for signed-in users because it sends X-CSRF. Swagger sends the
 * source text of `requestInterceptor` to the browser, so the function must not use anything from this module.
 */
export function serveDocumentation(app: INestApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, {
    customSiteTitle: 'koodrive-gateway',
    // The description is at /openapi.json. These routes would serialize it for each request.
    raw: false,
    swaggerOptions: {
      docExpansion: 'none',
      requestInterceptor: (request: SwaggerUiRequest): SwaggerUiRequest => {
        request.headers['X-CSRF'] = '1';
        return request;
      },
    },
  });
}
