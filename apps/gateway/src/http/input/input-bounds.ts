import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createInvalidInputProblem, ProblemError } from '#problem';
import type { DeclaredInput } from './declared-inputs.js';
import { createJsonBounds, getPropertyNames, type JsonBounds, undeclared } from './json-bounds.js';

/**
 * Input is counted before it is parsed (docs/decisions/0013): validation costs time for each value, and the caller decides
 * how many there are. The bounds of bodies and queries are those of the route's DTOs, computed when the route is registered.
 */
export interface InputBounds {
  readonly body: JsonBounds;
  readonly maxQueryParameters: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    inputs?: readonly DeclaredInput[];
    inputBounds?: InputBounds;
  }
}

/** Header lines of a request. All clients and proxies that we know send fewer than half of it. */
const maxHeaderLines = 100;
/** Query parameters that the route does not declare. They are left to the validation, which names each of them. */
const maxUndeclaredParameters = 20;
/** The number that browsers store for one site. */
const maxCookies = 180;

/** Must be called before the routes are registered. */
export function registerInputBounds(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    route.config = { ...route.config, inputBounds: createInputBounds(route.config?.inputs ?? []) };
  });
}

function createInputBounds(inputs: readonly DeclaredInput[]): InputBounds {
  const body = inputs.find(({ type }) => type === 'body');
  const queryNames = inputs
    .filter(({ type }) => type === 'query')
    .flatMap(({ dtoClass }) => getPropertyNames(dtoClass));
  return {
    body: body ? createJsonBounds(body.dtoClass) : undeclared,
    maxQueryParameters: queryNames.length + maxUndeclaredParameters,
  };
}

/**
 * The problem of a request that has too many parts, or that could be read in two ways.
 * @returns undefined for a request within the bounds
 */
export function findBoundsProblem(request: FastifyRequest): ProblemError | undefined {
  return findHeaderProblem(request) ?? findQueryProblem(request);
}

function findHeaderProblem({ raw }: FastifyRequest): ProblemError | undefined {
  const { headers, rawHeaders } = raw;
  // `rawHeaders` holds names and values in turn.
  if (rawHeaders.length > maxHeaderLines * 2) return createHeaderProblem(maxHeaderLines, 'header lines', '行请求头');
  if (countCharacter(headers.cookie ?? '', ';') >= maxCookies)
    return createHeaderProblem(maxCookies, 'cookies', '个 Cookie');
  if (!hasOneHost(raw)) {
    return new ProblemError('bad-request', { detail: { en: 'Send one Host header.', zh: '请发送一个 Host 请求头。' } });
  }
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    return new ProblemError('expectation-failed');
  }
  return undefined;
}

/** Node reads the first of several Host lines, a proxy may read the last. HTTP/1.0 has no Host. */
function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count === 1 || (count === 0 && httpVersion === '1.0');
}

function createHeaderProblem(limit: number, en: string, zh: string): ProblemError {
  return new ProblemError('header-too-large', {
    detail: { en: `At most ${limit} ${en}.`, zh: `最多 ${limit} ${zh}。` },
  });
}

function findQueryProblem({ url, routeOptions }: FastifyRequest): ProblemError | undefined {
  const limit = routeOptions.config.inputBounds?.maxQueryParameters;
  if (limit === undefined || countCharacter(url, '&') < limit) return undefined;
  return createInvalidInputProblem('', { en: `at most ${limit} parameters`, zh: `最多 ${limit} 个参数` });
}

function countCharacter(text: string, character: string): number {
  let count = 0;
  for (let index = text.indexOf(character); index >= 0; index = text.indexOf(character, index + 1)) count += 1;
  return count;
}
