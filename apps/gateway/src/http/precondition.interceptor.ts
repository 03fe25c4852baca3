import type { IncomingHttpHeaders } from 'node:http';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest, LightMyRequestResponse } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import {
  createInvalidInputProblem,
  type ProblemCode,
  type ProblemDocument,
  ProblemError,
  toProblemError,
} from '#problem';
import { isWrite } from './endpoint.js';
import { injectRead } from './injected-reads.js';
import { translateKooDriveError } from './problems/koodrive-problems.js';
import { type EntityTagList, matchesStrongly, matchesWeakly, parseEntityTags } from './response/entity-tags.js';

/** The conditions under which a write is executed (RFC 9110, 13.1). */
interface Preconditions {
  readonly ifMatch?: EntityTagList;
  readonly ifNoneMatch?: string;
  readonly ifUnmodifiedSince?: string;
}

/**
 * Evaluates the preconditions of each write before its handler runs: with the ETag that a GET of the same path without
 * query has now, for this caller, not from the cache. Where they do not hold, the response is 412 and nothing was done
 * (docs/decisions/0021). It is the innermost interceptor: the audit log records a 412, and the replay by Idempotency-Key
 * does not evaluate again.
 */
@Injectable()
export class PreconditionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { endpoint } = request.routeOptions.config;
    if (!endpoint || !request.gateway.caller || !isWrite(request.method, endpoint)) return next.handle();
    const preconditions = readPreconditions(request.headers);
    if (!preconditions) return next.handle();
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(
      endpoint.createsByName && preconditions.ifNoneMatch === '*' && !preconditions.ifMatch
        ? createUnlessTaken(request, handle)
        : runIfCurrent(request, preconditions, handle),
    );
  }
}

/** @throws ProblemError invalid-input for a malformed header: the write must not be executed without its condition */
function readPreconditions(headers: IncomingHttpHeaders): Preconditions | undefined {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'if-unmodified-since': ifUnmodifiedSince } = headers;
  if (ifMatch === undefined && ifNoneMatch === undefined && ifUnmodifiedSince === undefined) return undefined;
  if (ifNoneMatch !== undefined) requireEntityTags('If-None-Match', ifNoneMatch);
  return {
    ifMatch: ifMatch === undefined ? undefined : requireEntityTags('If-Match', ifMatch),
    ifNoneMatch: ifNoneMatch?.trim(),
    ifUnmodifiedSince,
  };
}

function requireEntityTags(name: string, header: string): EntityTagList {
  const tags = parseEntityTags(header);
  if (tags !== undefined) return tags;
  throw createInvalidInputProblem(`/${name}`, {
    en: 'must be * or ETags with their quotes, separated by commas',
    zh: '必须是 *，或带引号并以逗号分隔的 ETag',
  });
}

async function runIfCurrent(
  request: FastifyRequest,
  { ifMatch, ifNoneMatch, ifUnmodifiedSince }: Preconditions,
  handle: () => Promise<unknown>,
): Promise<unknown> {
  // Resources have no modification date that is exact enough to protect them (RFC 9110, 8.8.2.2).
  if (ifMatch === undefined && ifUnmodifiedSince !== undefined) throw new ProblemError('precondition-failed');
  const etag = await readCurrentETag(request);
  if (ifMatch !== undefined && (etag === undefined || !matchesStrongly(ifMatch, etag))) {
    throw new ProblemError('precondition-failed');
  }
  if (ifNoneMatch !== undefined && etag !== undefined && matchesWeakly(ifNoneMatch, etag)) {
    throw new ProblemError('precondition-failed');
  }
  return handle();
}

/** KooDrive refuses a taken name in the call that creates the file: no other caller can come between. */
async function createUnlessTaken(request: FastifyRequest, handle: () => Promise<unknown>): Promise<unknown> {
  for (const input of [request.query, request.body] as ({ onConflict?: string } | undefined)[]) {
    if (input?.onConflict !== undefined) input.onConflict = 'refuse';
  }
  try {
    return await handle();
  } catch (error) {
    const { code, options } = toProblemError(error, [translateKooDriveError]);
    throw code === 'name-taken' ? new ProblemError('precondition-failed', { upstream: options.upstream }) : error;
  }
}

/**
 * The ETag of what a GET of the same path returns; undefined where the route has none, or one that needs parameters.
 * @throws ProblemError of the read where it fails: without its conditions, the write would fail as well
 */
async function readCurrentETag(request: FastifyRequest): Promise<string | undefined> {
  if (!request.server.routeTable.hasRoute('GET', request.routeOptions.url ?? '')) return undefined;
  const [path = ''] = request.url.split('?', 1);
  const { statusCode, headers, body } = await readWithoutBytes(request, path);
  if (statusCode === 422) return undefined;
  if (statusCode >= 400) throw toProblem(JSON.parse(body) as ProblemDocument, headers['retry-after']);
  return typeof headers.etag === 'string' ? headers.etag : undefined;
}

/** JSON has no ranges. Of a file, the first byte is enough; an empty one has none. */
async function readWithoutBytes(request: FastifyRequest, path: string): Promise<LightMyRequestResponse> {
  const headers = { 'cache-control': 'no-cache' };
  const response = await injectRead(request, path, { ...headers, range: 'bytes=0-0' });
  return response.statusCode === 416 ? injectRead(request, path, headers) : response;
}

/** The texts are in the language of the request already. */
function toProblem({ code, detail, upstream, retryable }: ProblemDocument, retryAfter: unknown): ProblemError {
  return ProblemError.restore(code as ProblemCode, {
    detail: detail === undefined ? undefined : { en: detail, zh: detail },
    upstream,
    retryable,
    retryAfterSeconds: retryAfter === undefined ? undefined : Number(retryAfter),
  });
}
