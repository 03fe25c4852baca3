import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Configuration, RemoteUpstream } from '#config';
import { handleClientError, handleFrameworkError } from '#problem';
import { type Clock, systemClock } from '#store';
import { createNestLogger, type Metrics } from '#telemetry';
import { GatewayModule } from './gateway.module.js';
import { registerBodyParsers } from './http/input/body-parsers.js';
import { registerFormParser } from './http/input/form-parser.js';
import { registerInputBounds } from './http/input/input-bounds.js';
import { serveDocumentation } from './http/openapi/documentation-page.js';
import { DrainState } from './http/connections/drain-state.js';
import { EventStreams } from './http/connections/event-streams.js';
import { OpenApiController } from './http/openapi/openapi.controller.js';
import { createOpenApiDocument } from './http/openapi/openapi-document.js';
import { registerPipeline } from './http/pipeline.js';
import { createForeignRequestCheck } from './http/browsers/foreign-requests.js';
import { registerRequestLog } from './http/request-log.js';
import { registerHeaderLimit } from './http/response/header-limit.js';
import { securityHeaders } from './http/browsers/security-headers.js';
import { createServerOptions, passOnUnusualRequests } from './http/connections/server-options.js';
import { endStalledUploads } from './http/connections/stalled-uploads.js';
import { limitUnreadBodies } from './http/connections/unread-bodies.js';
import { UnusedConnections } from './http/connections/unused-connections.js';
import { RequestTracing } from './http/request-tracing.js';
import { closeAppContext, createAppContext, type LogStream, type AppContext } from './composition/app-context.js';

/** A complete gateway that does not listen yet. */
export interface Gateway {
  readonly app: NestFastifyApplication;
  readonly context: AppContext;
  /**
   * Reports at /ready that the gateway stops, waits `drainDelayMs` until load balancers have noticed it, then ends the
   * event streams and closes everything, the store last.
   */
  close(drainDelayMs?: number): Promise<void>;
}

const maxJsonBodyBytes = 1024 * 1024;
/** Characters of one path parameter. */
const maxPathParameterLength = 512;

/**
 * Handlers of requests that never reach a hook: their URL cannot be parsed by the router, or their bytes cannot be parsed
 * by Node. They set the security headers and count the problem, which hooks do for all other requests.
 */
const createErrorHandlers = (metrics: Metrics) => ({
  frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    handleFrameworkError(error, request, reply.headers(securityHeaders));
    if (reply.problemCode) metrics.recordProblem(reply.problemCode);
  },
  clientErrorHandler: (error: Error, socket: Duplex): void => {
    const code = handleClientError(error, socket, securityHeaders);
    if (code) metrics.recordProblem(code);
  },
});

function createAdapter({ server }: Configuration, context: AppContext, tracing: RequestTracing): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: context.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'traceId' }),
    genReqId: tracing.startTrace,
    requestIdHeader: false,
    trustProxy: server.trustedProxies.length > 0 ? [...server.trustedProxies] : false,
    bodyLimit: maxJsonBodyBytes,
    routerOptions: { maxParamLength: maxPathParameterLength },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    ...createErrorHandlers(context.metrics),
    http: createServerOptions(server.requestTimeoutMs),
    skipMiddie: true,
  });
}

/** Creates the gateway in front of `upstream`. */
export async function createGateway(
  configuration: Configuration,
  upstream: RemoteUpstream,
  clock: Clock = systemClock,
  log?: LogStream,
): Promise<Gateway> {
  const context = await createAppContext(configuration, upstream, clock, log);
  const { requestTimeoutMs } = configuration.server;
  const tracing = new RequestTracing(configuration.server.trustedTraceSources);
  const adapter = createAdapter(configuration, context, tracing);
  const fastify = adapter.getInstance();
  tracing.register(fastify);
  registerRequestLog(fastify, context.metrics);
  registerHeaderLimit(fastify);
  registerPipeline(fastify, { ...context, findForeignRequestProblem: createForeignRequestCheck(configuration) });
  registerInputBounds(fastify);
  registerBodyParsers(fastify, {
    timeoutMs: requestTimeoutMs,
    onScan: ({ values, violation }) => context.metrics.recordInputValues(values, violation ? 'rejected' : 'accepted'),
  });
  registerFormParser(fastify, requestTimeoutMs);
  endStalledUploads(fastify, requestTimeoutMs);
  limitUnreadBodies(fastify.server);
  passOnUnusualRequests(fastify.server);
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.forRoot(configuration, context), adapter, {
    bodyParser: false,
    logger: createNestLogger(context.logger),
    abortOnError: false,
  });
  const document = createOpenApiDocument(app);
  app.get(OpenApiController).publish(document);
  if (configuration.server.docsEnabled) serveDocumentation(app, document);
  await app.init();
  await fastify.ready();
  const unusedConnections = new UnusedConnections(fastify.server);
  return {
    app,
    context,
    close: async (drainDelayMs = 0) => {
      app.get(DrainState).start();
      if (drainDelayMs > 0) await delay(drainDelayMs);
      app.get(EventStreams).endAll();
      await unusedConnections.destroyDuring(app.close());
      await closeAppContext(context);
    },
  };
}
