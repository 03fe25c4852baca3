import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { principalKey } from '#koodrive';
import { invalidInput, ProblemError, toProblem } from '#problem';
import { IdempotentAnswers, type KeptAnswer } from './idempotent-answers.js';
import { translateKooDrive } from '../problems/koodrive-problems.js';

const unsafeMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const keyForm = /^[\x21-\x7e]{1,255}$/;
/** Headers of the first answer that its replay carries too. */
const keptHeaders = ['content-type', 'location', 'cache-control', 'vary'] as const;

/**
 * `Idempotency-Key` on unsafe methods: the same key with the same request gets the first answer again, and the work is
 * done once. A streamed body is told apart by its length alone: its bytes are not read twice.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: IdempotentAnswers) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const { caller } = request.gateway;
    if (key === undefined || !caller || !unsafeMethods.has(request.method)) return next.handle();
    if (typeof key !== 'string' || !keyForm.test(key)) {
      throw invalidInput('/Idempotency-Key', 'must have 1 to 255 visible ASCII characters');
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const name = digest(principalKey(caller.principal), caller.id, key);
    return from(this.once(name, request, reply, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private async once(
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const ticket = await this.answers.begin(name, fingerprint(request));
    if ('answer' in ticket) return replay(reply, ticket.answer);
    try {
      const value = await work();
      await ticket.keep({ status: reply.statusCode, headers: headersOf(reply), body: textOf(value) });
      return value;
    } catch (error) {
      await ticket.fail(toProblem(error, [translateKooDrive]));
      throw error;
    }
  }
}

function fingerprint({ method, url, body, headers }: FastifyRequest): string {
  const streamed = typeof (body as { pipe?: unknown } | undefined)?.pipe === 'function';
  return digest(method, url, streamed ? `length ${headers['content-length'] ?? ''}` : JSON.stringify(body ?? null));
}

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

const textOf = (value: unknown): string | null => (Buffer.isBuffer(value) ? value.toString('utf8') : null);

function headersOf(reply: FastifyReply): Record<string, string> {
  const found = keptHeaders.map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(
    found.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]),
  );
}

function replay(reply: FastifyReply, answer: KeptAnswer): Buffer | undefined {
  if ('problem' in answer) {
    const { code, ...options } = answer.problem;
    throw new ProblemError(code, { ...options, headers: { 'idempotent-replayed': 'true' } });
  }
  reply.code(answer.status).headers(answer.headers).header('idempotent-replayed', 'true');
  return answer.body === null ? undefined : Buffer.from(answer.body);
}
