import { setMaxListeners } from 'node:events';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, LightMyRequestResponse } from 'fastify';
import { createInvalidInputProblem, negotiateLanguage, createProblemDocument, ProblemError } from '#problem';
import { injectRead } from '../http/injected-reads.js';
import { BatchRoom } from './batch-room.js';
import type { BatchEntryResponse, BatchResponse, BatchBody, BatchEntryRequest } from './batch.dto.js';

/** Entries of one batch that are executed at the same time. */
const maxConcurrentEntries = 8;

/**
 * Many reads in one round trip. Each read is injected into this server as a request without a socket
 * (docs/decisions/0009). It passes all hooks, guards and interceptors, so that it has the same rights and the same
 * rate limits as a single request.
 */
@Injectable()
export class BatchService {
  constructor(private readonly host: HttpAdapterHost) {}

  /** @throws ProblemError invalid-input where an entry is invalid; no entry is then executed */
  async execute(request: FastifyRequest, { requests: entries }: BatchBody): Promise<BatchResponse> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    entries.forEach((entry, index) => validateEntry(fastify, entries, entry, index));
    // Every entry adds a listener to the caller's signal: without this, Node would warn of a leak.
    setMaxListeners(0, request.gateway.signal);
    const responses = new Array<BatchEntryResponse>(entries.length);
    const pending = entries.entries();
    const room = new BatchRoom();
    const runWorker = async (): Promise<void> => {
      for (const [index, entry] of pending) responses[index] = await executeEntry(request, entry, room);
    };
    await Promise.all(Array.from({ length: Math.min(maxConcurrentEntries, entries.length) }, runWorker));
    return { responses };
  }
}

/** @throws ProblemError invalid-input where the id is not unique or the path is not that of a GET that returns JSON */
function validateEntry(
  fastify: FastifyInstance,
  entries: readonly BatchEntryRequest[],
  { id, path }: BatchEntryRequest,
  index: number,
): void {
  if (entries.findIndex((other) => other.id === id) < index) {
    throw createInvalidInputProblem(`/requests/${index}/id`, { en: 'is named twice', zh: '重复' });
  }
  const endpoints = fastify.routeTable.findEndpoints('GET', path);
  const returnsJson = endpoints.every(({ response, produces }) => response !== undefined && produces === undefined);
  if (endpoints.length === 0 || !returnsJson) {
    throw createInvalidInputProblem(`/requests/${index}/path`, {
      en: 'must be the path of a GET of this API that answers JSON',
      zh: '必须是本 API 中返回 JSON 的 GET 路径',
    });
  }
}

async function executeEntry(
  request: FastifyRequest,
  entry: BatchEntryRequest,
  room: BatchRoom,
): Promise<BatchEntryResponse> {
  try {
    room.requireSome();
    const headers = entry.ifNoneMatch === undefined ? undefined : { 'if-none-match': entry.ifNoneMatch };
    const response = await injectRead(request, entry.path, headers);
    room.take(response.rawPayload.length);
    return toEntryResponse(entry, response);
  } catch (cause) {
    // The batch is too large; Fastify is closing and accepts no more requests; or the caller has disconnected, and nobody
    // reads this.
    const problem = cause instanceof ProblemError ? cause : new ProblemError('shutting-down', { cause });
    return createFailedEntry(request, entry, problem);
  }
}

function toEntryResponse(
  { id }: BatchEntryRequest,
  { statusCode: status, headers, body }: LightMyRequestResponse,
): BatchEntryResponse {
  const readHeader = (name: string): string | undefined => {
    const value = headers[name];
    return value === undefined ? undefined : String(value);
  };
  const entryHeaders = {
    etag: readHeader('etag'),
    'cache-status': readHeader('cache-status'),
    'retry-after': readHeader('retry-after'),
  };
  if (body === '') return { id, status, headers: entryHeaders };
  const content = JSON.parse(body) as unknown;
  return status >= 400
    ? { id, status, headers: entryHeaders, problem: content as NonNullable<BatchEntryResponse['problem']> }
    : { id, status, headers: entryHeaders, body: content };
}

/** The response for an entry without a response of its route. */
function createFailedEntry(
  { headers, id: traceId }: FastifyRequest,
  { id, path }: BatchEntryRequest,
  problem: ProblemError,
): BatchEntryResponse {
  const language = negotiateLanguage(headers['accept-language']);
  const instance = path.split('?', 1)[0] ?? '';
  const { retryAfterSeconds } = problem;
  return {
    id,
    status: problem.status,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    problem: createProblemDocument(problem, { language, traceId, instance }),
  };
}
