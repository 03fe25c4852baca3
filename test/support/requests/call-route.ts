import type { ApiRoute } from '../openapi-validator.js';
import type { GatewayResponse } from '../gateway-stack.js';
import { NoCandidateError } from './seeded-random.js';
import type { GeneratorContext, SendRequest, ValidRequest } from './generator-context.js';
import { buildPath, findGenerator, formatRoute } from './request-generators.js';

/** A request that was sent, and its response. */
export interface RouteCall {
  readonly path: string;
  readonly request: ValidRequest;
  readonly response: GatewayResponse;
}

/**
 * Generates a valid request of the route and sends it.
 * @param change mutates the request before it is sent
 * @returns the call, or the reason why no request could be generated from what exists
 * @throws Error if there is no generator for the route
 */
export async function callRoute(
  route: ApiRoute,
  context: GeneratorContext,
  send: SendRequest,
  change: (request: ValidRequest) => ValidRequest = (request) => request,
): Promise<RouteCall | string> {
  const generate = findGenerator(route);
  if (!generate) throw new Error(`no generator for ${formatRoute(route)}: see test/support/requests`);
  try {
    const request = change(await generate(context));
    const { params, query, body, bytes } = request;
    const path = buildPath(route.path, params, query);
    const { headers } = context.caller;
    return { path, request, response: await send(route.method, path, { headers, body, bytes }) };
  } catch (error) {
    if (error instanceof NoCandidateError) return error.message;
    throw error;
  }
}
