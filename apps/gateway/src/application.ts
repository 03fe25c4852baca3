import { setTimeout as delay } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { Configuration, RemoteUpstream } from '#config';
import { answerClientError, answerFrameworkError } from '#problem';
import { type Clock, systemClock } from '#store';
import { nestLogger } from '#telemetry';
import { GatewayModule } from './gateway.module.js';
import { registerBodyParsers } from './http/input/body-parsers.js';
import { serveDocumentation } from './http/openapi/documentation-page.js';
import { Drain } from './http/connections/drain.js';
import { EventStreams } from './http/connections/event-streams.js';
import { OpenApiController } from './http/openapi/openapi.controller.js';
import { openApiDocument } from './http/openapi/openapi.js';
import { registerPipeline } from './http/pipeline.js';
import { registerRequestLog } from './http/request-log.js';
import { securityHeaders } from './http/browsers/security-headers.js';
import { SilentConnections } from './http/connections/silent-connections.js';
import { Traces } from './http/traces.js';
import { closeParts, createParts, type LogStream, type Parts } from './upstream/parts.js';

/** A gateway that is put together but does not listen yet. */
export interface Gateway {
  readonly app: NestFastifyApplication;
  readonly parts: Parts;
  /** Says at /ready that it goes, waits `noticeMs` for load balancers to hear, ends what is open; the store last. */
  close(noticeMs?: number): Promise<void>;
}

const mebibyte = 1024 * 1024;

/** Addresses that the router cannot read: no hook has run for them, hence the headers here. */
const answerUnroutable: typeof answerFrameworkError = (error, request, reply) =>
  answerFrameworkError(error, request, reply.headers(securityHeaders));

function adapterOf({ server }: Configuration, parts: Parts, traces: Traces): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'traceId' }),
    genReqId: traces.begin,
    requestIdHeader: false,
    trustProxy: server.trustedProxies.length > 0 ? [...server.trustedProxies] : false,
    bodyLimit: mebibyte,
    routerOptions: { maxParamLength: 512 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerClientError,
    http: { maxHeaderSize: 16 * 1024 },
    skipMiddie: true,
  });
}

/** Puts the gateway together in front of `upstream`. */
export async function createGateway(
  configuration: Configuration,
  upstream: RemoteUpstream,
  clock: Clock = systemClock,
  log?: LogStream,
): Promise<Gateway> {
  const parts = await createParts(configuration, upstream, clock, log);
  const traces = new Traces(configuration.server.trustedTraceSources);
  const adapter = adapterOf(configuration, parts, traces);
  const fastify = adapter.getInstance();
  traces.register(fastify);
  registerRequestLog(fastify, parts.metrics);
  registerPipeline(fastify, parts);
  registerBodyParsers(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(configuration, parts), adapter, {
    bodyParser: false,
    logger: nestLogger(parts.logger),
    abortOnError: false,
  });
  const description = openApiDocument(app);
  app.get(OpenApiController).publish(description);
  if (configuration.server.docs) serveDocumentation(app, description);
  await app.init();
  await fastify.ready();
  const silent = new SilentConnections(fastify.server);
  return {
    app,
    parts,
    close: async (noticeMs = 0) => {
      app.get(Drain).start();
      if (noticeMs > 0) await delay(noticeMs);
      app.get(EventStreams).endAll();
      await silent.endDuring(app.close());
      await closeParts(parts);
    },
  };
}
