import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { principalKey } from '#koodrive';
import { createInvalidInputProblem, ProblemError, toProblemError } from '#problem';
import { IdempotencyStore, type StoredResponse } from './idempotency-store.js';
import { translateKooDriveError } from '../problems/koodrive-problems.js';

const unsafeMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
export const maxIdempotencyKeyLength = 255;
const visibleAsciiPattern = /^[\x21-\x7e]+$/;
/** Headers of the first response that its replay contains too. */
const replayedHeaders = ['content-type', 'location', 'cache-control', 'vary'] as const;

/**
 * `Idempotency-Key` on unsafe methods: a request with the same key and the same content gets the first response again,
 * and is executed once. Of a streamed body only the length is compared, since its bytes cannot be read twice.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const { caller } = request.gateway;
    if (key === undefined || !caller || !unsafeMethods.has(request.method)) return next.handle();
    if (typeof key !== 'string' || key.length > maxIdempotencyKeyLength || !visibleAsciiPattern.test(key)) {
      throw createInvalidInputProblem(
        '/Idempotency-Key',
        `must have 1 to ${maxIdempotencyKeyLength} visible ASCII characters`,
      );
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const name = hashParts(principalKey(caller.principal), caller.id, key);
    return from(this.runOnce(name, request, reply, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private async runOnce(
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const claim = await this.store.claim(name, computeFingerprint(request));
    if ('response' in claim) return replayResponse(reply, claim.response);
    try {
      const body = await handle();
      await claim.complete({
        status: reply.statusCode,
        headers: collectReplayedHeaders(reply),
        body: toBodyText(body),
      });
      return body;
    } catch (error) {
      await claim.fail(toProblemError(error, [translateKooDriveError]));
      throw error;
    }
  }
}

function computeFingerprint({ method, url, body, headers }: FastifyRequest): string {
  const streamed = typeof (body as { pipe?: unknown } | undefined)?.pipe === 'function';
  return hashParts(method, url, streamed ? `length ${headers['content-length'] ?? ''}` : JSON.stringify(body ?? null));
}

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
    throw new ProblemError(code, { ...options, headers: { 'idempotent-replayed': 'true' } });
  }
  reply.code(response.status).headers(response.headers).header('idempotent-replayed', 'true');
  return response.body === null ? undefined : Buffer.from(response.body);
}
