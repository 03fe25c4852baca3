import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { PARAMETER_INVALID, knownError } from '../contract/errors.js';
import { controlRoutes, type ControlParts } from '../control/control-routes.js';
import { appTokenRoute, type AppTokenParts } from '../identity-provider/app-token-endpoint.js';
import { authorizeRoutes, type AuthorizeParts } from '../identity-provider/authorize.js';
import { toCall } from './call.js';
import type { CallHandler } from './call-handler.js';

export interface AppParts {
  readonly control: ControlParts;
  readonly authorize: AuthorizeParts;
  readonly appToken: AppTokenParts;
  readonly calls: CallHandler;
}

/** Bodies of the API are lists of ids and names; bytes go to the object store. */
const BODY_LIMIT = 12 * 1024 * 1024;
const API = '/api-of-koodrive';
type ParseDone = (error: Error | null, body?: unknown) => void;
const OWN_PATHS = /^\/(_sandbox|identity)(?=[/?]|$)/;

/** The server of the API, the identity provider and the control API, not yet listening. */
export function createApp(parts: AppParts): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    ajv: { customOptions: { removeAdditional: false } },
    // The API has a router of its own, judged by the contract: whatever is asked for there goes to one handler.
    rewriteUrl: ({ url = '/' }) => (OWN_PATHS.test(url) ? url : API),
  });
  // batchGetSpace is a GET with a body.
  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    return reply.code(error.statusCode ?? 500).send({ error: error.message });
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('date', new Date(parts.control.clock.now()).toUTCString());
  });
  void app.register(async (control) => controlRoutes(control, parts.control));
  void app.register(async (identity) => {
    identity.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request: FastifyRequest, body: string, done: ParseDone) =>
        done(null, Object.fromEntries(new URLSearchParams(body))),
    );
    authorizeRoutes(identity, parts.authorize);
    appTokenRoute(identity, parts.appToken);
  });
  void app.register(async (api) => apiRoutes(api, parts.calls));
  return app;
}

function apiRoutes(api: FastifyInstance, calls: CallHandler): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('*', { parseAs: 'buffer' }, (_request: FastifyRequest, body: Buffer, done: ParseDone) =>
    done(null, body),
  );
  api.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const { code, message } = knownError(PARAMETER_INVALID, error.message);
    return reply.code(error.statusCode ?? 500).send({ code, msg: message });
  });
  api.all(API, async (request, reply) => {
    reply.hijack();
    const body = Buffer.isBuffer(request.body) ? request.body : undefined;
    await calls.handle(toCall(request.method, request.originalUrl, request.headers, body), reply.raw);
  });
}
