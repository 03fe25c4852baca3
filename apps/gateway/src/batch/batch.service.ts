import { setMaxListeners } from 'node:events';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, LightMyRequestResponse } from 'fastify';
import { invalidInput, preferredLanguage, problemDocument, ProblemError } from '#problem';
import { leastSeconds } from '../http/request-timeout.js';
import type { BatchAnswer, BatchAnswers, BatchBody, BatchRead } from './batch.dto.js';
import { entryHeaders } from './entry-headers.js';

/** Where a socket does not tell: an empty text would stand for this machine, which may be trusted. */
const nowhere = '0.0.0.0';
/** Entries of one batch that are under way at once. */
const mostAtOnce = 8;

/**
 * Many reads in one round trip. Each is a request of its own to this very server, without a socket: it goes through all
 * hooks, guards and interceptors, so that it can neither do more nor be had cheaper than if it had come alone.
 */
@Injectable()
export class BatchService {
  constructor(private readonly host: HttpAdapterHost) {}

  async answer(request: FastifyRequest, { requests }: BatchBody): Promise<BatchAnswers> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    requests.forEach((read, place) => check(fastify, requests, read, place));
    // Every entry hears of it when the caller leaves: that is no leak.
    setMaxListeners(0, request.gateway.signal);
    const responses = new Array<BatchAnswer>(requests.length);
    const waiting = requests.entries();
    const work = async (): Promise<void> => {
      for (const [place, read] of waiting) responses[place] = await answerOne(fastify, request, read);
    };
    await Promise.all(Array.from({ length: Math.min(mostAtOnce, requests.length) }, work));
    return { responses };
  }
}

/** @throws ProblemError invalid-input of the whole batch, which then has asked for nothing */
function check(fastify: FastifyInstance, reads: readonly BatchRead[], { id, path }: BatchRead, place: number): void {
  if (reads.findIndex((other) => other.id === id) < place) {
    throw invalidInput(`/requests/${place}/id`, { en: 'is named twice', zh: '重复' });
  }
  const endpoints = fastify.knownRoutes.endpoints('GET', path);
  const plain = endpoints.every(({ answer, produces }) => answer !== undefined && produces === undefined);
  if (endpoints.length === 0 || !plain) {
    throw invalidInput(`/requests/${place}/path`, {
      en: 'must be the path of a GET of this API that answers JSON',
      zh: '必须是本 API 中返回 JSON 的 GET 路径',
    });
  }
}

async function answerOne(fastify: FastifyInstance, request: FastifyRequest, read: BatchRead): Promise<BatchAnswer> {
  const { deadline, signal } = request.gateway;
  const remainingMs = deadline?.remaining();
  if (signal.aborted || (remainingMs !== undefined && remainingMs < leastSeconds * 1000)) {
    return failed(request, read, new ProblemError('upstream-timeout'));
  }
  try {
    const answer = await fastify.inject({
      method: 'GET',
      url: read.path,
      headers: entryHeaders(request, { ifNoneMatch: read.ifNoneMatch, remainingMs }),
      remoteAddress: request.raw.socket.remoteAddress ?? nowhere,
      signal,
    });
    return toAnswer(read, answer);
  } catch (cause) {
    // Fastify takes nothing more once it closes; else the caller has left and nobody reads this.
    return failed(request, read, new ProblemError('shutting-down', { cause }));
  }
}

function toAnswer({ id }: BatchRead, { statusCode: status, headers, body }: LightMyRequestResponse): BatchAnswer {
  const told = (name: string): string | undefined => {
    const value = headers[name];
    return value === undefined ? undefined : String(value);
  };
  const kept = { etag: told('etag'), 'cache-status': told('cache-status'), 'retry-after': told('retry-after') };
  if (body === '') return { id, status, headers: kept };
  const content = JSON.parse(body) as unknown;
  return status >= 400
    ? { id, status, headers: kept, problem: content as NonNullable<BatchAnswer['problem']> }
    : { id, status, headers: kept, body: content };
}

/** An entry that was not begun. */
function failed({ headers, id: traceId }: FastifyRequest, { id, path }: BatchRead, problem: ProblemError): BatchAnswer {
  const language = preferredLanguage(headers['accept-language']);
  const instance = path.split('?', 1)[0] ?? '';
  const { retryAfterSeconds } = problem;
  return {
    id,
    status: problem.status,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    problem: problemDocument(problem, { language, traceId, instance }),
  };
}
