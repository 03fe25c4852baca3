import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Configuration, RemoteUpstream } from '#config';
import { handleClientError, handleFrameworkError } from '#problem';
import { type Clock, systemClock } from '#store';
import { createNestLogger, type Metrics } from '#telemetry';
import { GatewayModule } from './gateway.module.js';
import { RunningWrites } from './http/audit/running-writes.js';
import { registerBodyParsers } from './http/input/body-parsers.js';
import { registerFormParser } from './http/input/form-parser.js';
import { registerInputBounds } from './http/input/input-bounds.js';
import { serveDocumentation } from './http/openapi/documentation-page.js';
import { DrainState } from './http/connections/drain-state.js';
import { DrainingConnections } from './http/connections/draining-connections.js';
import { EventStreams } from './http/connections/event-streams.js';
import { IpRanges } from './http/connections/ip-address.js';
import { OpenApiController } from './http/openapi/openapi.controller.js';
import { createOpenApiDocument } from './http/openapi/openapi-document.js';
import { registerPipeline } from './http/pipeline.js';
import { createForeignRequestCheck } from './http/browsers/foreign-requests.js';
import { logRefusedOrigins } from './http/browsers/refused-origins.js';
import { registerRequestLog } from './http/request-log.js';
import { registerHeaderLimit } from './http/response/header-limit.js';
import { securityHeaders } from './http/browsers/security-headers.js';
import { boundConnections, createServerOptions } from './http/connections/server-options.js';
import { endStalledUploads } from './http/connections/stalled-uploads.js';
import { closeUnreadResponses } from './http/connections/unread-responses.js';
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
  /** Records the writes in progress, before a process exits without waiting for them. */
  recordRunningWrites(): void;
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
    const escapeProblem = request.server.routeTable.findEscapeProblem(request.raw.url ?? '');
    handleFrameworkError(escapeProblem ?? error, request, reply.headers(securityHeaders));
    if (reply.problemCode) metrics.recordProblem(reply.problemCode);
  },
  clientErrorHandler: (error: Error, socket: Duplex): void => {
    const code = handleClientError(error, socket, securityHeaders);
    if (code) metrics.recordProblem(code);
  },
});

/** As Fastify's own check of a list, and for addresses with a port too, which some proxies report. */
function createProxyCheck(trustedProxies: readonly string[]): (address: string) => boolean {
  const ranges = new IpRanges(trustedProxies);
  return (address) => ranges.includes(address);
}

function createAdapter({ server }: Configuration, context: AppContext, tracing: RequestTracing): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: context.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'traceId' }),
    genReqId: tracing.startTrace,
    requestIdHeader: false,
    trustProxy: server.trustedProxies.length > 0 && createProxyCheck(server.trustedProxies),
    bodyLimit: maxJsonBodyBytes,
    routerOptions: { maxParamLength: maxPathParameterLength },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    ...createErrorHandlers(context.metrics),
    http: createServerOptions(server.requestTimeoutMs),
    skipMiddie: true,
  });
}

/** Ends what callers neither send nor read. Nothing else limits the time of a body or of a response. */
function endStalledTransfers(fastify: FastifyInstance, requestTimeoutMs: number, logger: FastifyBaseLogger): void {
  endStalledUploads(fastify, requestTimeoutMs);
  closeUnreadResponses(fastify, {
    timeoutMs: 2 * requestTimeoutMs,
    transferTimeoutMs: 10 * requestTimeoutMs,
    onClosed: (connections) =>
      logger.warn({ connections }, 'closed connections whose callers read next to nothing of a response'),
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
  logRefusedOrigins(fastify);
  registerHeaderLimit(fastify);
  registerPipeline(fastify, { ...context, findForeignRequestProblem: createForeignRequestCheck(configuration) });
  registerInputBounds(fastify);
  registerBodyParsers(fastify, {
    timeoutMs: requestTimeoutMs,
    onScan: ({ values, violation }) => context.metrics.recordInputValues(values, violation ? 'rejected' : 'accepted'),
  });
  registerFormParser(fastify, requestTimeoutMs);
  endStalledTransfers(fastify, requestTimeoutMs, context.logger);
  boundConnections(fastify.server);
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
  const connections = new DrainingConnections(fastify.server);
  return {
    app,
    context,
    recordRunningWrites: () => app.get(RunningWrites).recordAsUnfinished(),
    close: async (drainDelayMs = 0) => {
      app.get(DrainState).start();
      connections.start();
      if (drainDelayMs > 0) await delay(drainDelayMs);
      app.get(EventStreams).endAll();
      await connections.endDuring(app.close());
      await closeAppContext(context);
    },
  };
}
