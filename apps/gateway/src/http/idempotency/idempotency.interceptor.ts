import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Caller } from '#callers';
import { principalKey } from '#koodrive';
import { createInvalidInputProblem, ProblemError } from '#problem';
import { listRequiredScopes } from '../endpoint.js';
import type { IdempotentRequest, StoredResponse } from './idempotency-record.js';
import { IdempotencyStore } from './idempotency-store.js';

const unsafeMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
export const maxIdempotencyKeyLength = 255;
const visibleAsciiPattern = /^[\x21-\x7e]+$/;
/** Headers of the first response that its replay contains too. */
const replayedHeaders = ['content-type', 'location', 'cache-control', 'vary'] as const;

/**
 * `Idempotency-Key` on routes that change something: a request with the same key and the same content gets the first
 * response again, and is executed once. Of a streamed body only the length is compared, since its bytes cannot be read
 * twice. Reads ignore the key, also those by POST: they are executed each time.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const { caller } = request.gateway;
    const { endpoint } = request.routeOptions.config;
    if (key === undefined || !caller || !endpoint || endpoint.safe || !unsafeMethods.has(request.method)) {
      return next.handle();
    }
    if (typeof key !== 'string' || key.length > maxIdempotencyKeyLength || !visibleAsciiPattern.test(key)) {
      throw createInvalidInputProblem('/Idempotency-Key', {
        en: `must have 1 to ${maxIdempotencyKeyLength} visible ASCII characters`,
        zh: `必须是 1 至 ${maxIdempotencyKeyLength} 个可见的 ASCII 字符`,
      });
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const name = hashParts(principalKey(caller.principal), caller.id, key, ...listNamedVisitors(request));
    const idempotentRequest = {
      fingerprint: computeFingerprint(request),
      scopes: listRequiredScopes(endpoint, request.query),
    };
    const execute = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.respond(name, idempotentRequest, caller, reply, execute));
  }

  private async respond(
    name: string,
    request: IdempotentRequest,
    caller: Caller,
    reply: FastifyReply,
    execute: () => Promise<unknown>,
  ): Promise<unknown> {
    let body: unknown;
    const stored = await this.store.executeOnce(name, request, caller, async () => {
      body = await execute();
      return { status: reply.statusCode, headers: collectReplayedHeaders(reply), body: toBodyText(body) };
    });
    return stored ? replayResponse(reply, stored) : body;
  }
}

/** The order of members and of query parameters does not matter: many clients do not keep it when they repeat a request. */
function computeFingerprint({ method, url, query, body, headers }: FastifyRequest): string {
  const streamed = typeof (body as { pipe?: unknown } | undefined)?.pipe === 'function';
  const content = streamed ? `length ${headers['content-length'] ?? ''}` : stringifySorted(body ?? null);
  return hashParts(method, url.split('?', 1)[0] ?? '', stringifySorted(query), content);
}

const stringifySorted = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );

/** Visitors of one caller do not get each other's responses: a link is unlocked for one of them. */
const listNamedVisitors = ({ headers }: FastifyRequest): readonly string[] => [headers['x-visitor'] ?? []].flat();

const hashParts = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

const toBodyText = (body: unknown): string | null => (Buffer.isBuffer(body) ? body.toString('utf8') : null);

function collectReplayedHeaders(reply: FastifyReply): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of replayedHeaders) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  return headers;
}

function replayResponse(reply: FastifyReply, response: StoredResponse): Buffer | undefined {
  if ('problem' in response) {
    const { code, ...options } = response.problem;
    throw ProblemError.restore(code, { ...options, headers: { 'idempotent-replayed': 'true' } });
  }
  if (response.bodyOmitted) throw createOmittedBodyProblem(response.status, response.headers);
  reply.code(response.status).headers(response.headers).header('idempotent-replayed', 'true');
  return response.body === null ? undefined : Buffer.from(response.body);
}

/** The request was executed, and must not be executed again, but its response was too large to be stored. */
function createOmittedBodyProblem(status: number, { location }: Readonly<Record<string, string>>): ProblemError {
  const headers: Record<string, string> = { 'idempotent-replayed': 'true' };
  if (location !== undefined) headers['location'] = location;
  return new ProblemError('response-not-stored', {
    detail: {
      en: `The first call with this Idempotency-Key was carried out, with status ${status}. Its response was too large to be stored: read what it changed.`,
      zh: `使用该 Idempotency-Key 的首次调用已执行，状态码为 ${status}。其响应过大，未被保存：请读取其所更改的内容。`,
    },
    headers,
  });
}
