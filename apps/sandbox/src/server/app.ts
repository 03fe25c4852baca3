import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { errorCodes, lookUpError } from '../contract/errors.js';
import { registerControlRoutes, registerHealthRoute, type ControlDependencies } from '../control/control-routes.js';
import { registerAppTokenRoute, type AppTokenDependencies } from '../identity-provider/app-token-endpoint.js';
import { registerAuthorizeRoutes, type AuthorizeDependencies } from '../identity-provider/authorize.js';
import { toApiCall } from './api-call.js';
import type { CallHandler } from './call-handler.js';
import { createForeignRequestCheck } from './foreign-requests.js';
import { publicHostOf } from './listening-server.js';

export interface AppDependencies {
  readonly control: ControlDependencies;
  readonly authorize: AuthorizeDependencies;
  readonly appToken: AppTokenDependencies;
  readonly calls: CallHandler;
}

/** Bodies of the API hold lists of ids and names. File contents go to the object store. */
const maxBodyBytes = 12 * 1024 * 1024;
const apiRoutePath = '/api-of-koodrive';
type ParseDone = (error: Error | null, body?: unknown) => void;
const nonApiPathPattern = /^\/(_sandbox|identity|favicon\.ico)(?=[/?]|$)/;

/** Creates the server of the API, the identity provider and the control API. It does not listen yet. */
export function createApp(dependencies: AppDependencies): FastifyInstance {
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    ajv: { customOptions: { removeAdditional: false } },
    // The contract defines the routes of the API, so all its requests go to one handler with its own router.
    rewriteUrl: ({ url = '/' }) => (nonApiPathPattern.test(url) ? url : apiRoutePath),
  });
  // batchGetSpace sends a body with GET.
  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    return reply.code(error.statusCode ?? 500).send({ error: error.message });
  });
  const findForeignRequestError = createForeignRequestCheck(publicHostOf(dependencies.control.options));
  app.addHook('onRequest', async (request, reply) => {
    const error = findForeignRequestError(request);
    if (error) return reply.code(error.status).send({ error: error.message });
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('date', new Date(dependencies.control.clock.now()).toUTCString());
  });
  registerHealthRoute(app);
  // Browsers ask for it beside each page. It is no call of the API and must not be counted as one.
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  void app.register(async (control) => registerControlRoutes(control, dependencies.control));
  void app.register(async (identity) => {
    identity.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request: FastifyRequest, body: string, done: ParseDone) =>
        done(null, Object.fromEntries(new URLSearchParams(body))),
    );
    registerAuthorizeRoutes(identity, dependencies.authorize);
    registerAppTokenRoute(identity, dependencies.appToken);
  });
  void app.register(async (api) => registerApiRoutes(api, dependencies.calls));
  return app;
}

function registerApiRoutes(api: FastifyInstance, calls: CallHandler): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('*', { parseAs: 'buffer' }, (_request: FastifyRequest, body: Buffer, done: ParseDone) =>
    done(null, body),
  );
  api.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const { code, message } = lookUpError(errorCodes.invalidParameter, error.message);
    return reply.code(error.statusCode ?? 500).send({ code, msg: message });
  });
  api.all(apiRoutePath, async (request, reply) => {
    reply.hijack();
    const body = Buffer.isBuffer(request.body) ? request.body : undefined;
    await calls.handle(toApiCall(request.method, request.originalUrl, request.headers, body), reply.raw);
  });
}
