import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import type { GatewayClient } from './client.js';
import type { paths } from './generated/api.js';
import { dataOf, ProblemError } from './problem-error.js';

type GetOperation<P extends keyof paths> = paths[P] extends { get: infer Operation } ? Operation : never;
type JsonResponse<P extends keyof paths> =
  GetOperation<P> extends { responses: { 200: { content: { 'application/json': infer R } } } } ? R : never;
type ReadablePath = {
  [P in keyof paths]: P extends `/v1/${string}` ? (JsonResponse<P> extends never ? never : P) : never;
}[keyof paths];
type ParametersIn<P extends keyof paths, Location extends 'path' | 'query'> =
  GetOperation<P> extends { parameters: infer All }
    ? Location extends keyof All
      ? NonNullable<All[Location]>
      : never
    : never;
/** `path` is required when the route has path parameters. `query` is always optional. */
type ReadParameters<P extends keyof paths> = ([ParametersIn<P, 'path'>] extends [never]
  ? { path?: never }
  : { path: ParametersIn<P, 'path'> }) & {
  query?: ParametersIn<P, 'query'>;
  /** The ETag of an earlier response: when it is still current, the outcome is 304 without data. */
  ifNoneMatch?: string;
};

interface UntypedReadParameters {
  readonly path?: object;
  readonly query?: object;
  readonly ifNoneMatch?: string;
}

declare const responseType: unique symbol;
/** One read of a batch, with the type of its response. */
export interface Read<T> {
  readonly path: string;
  readonly ifNoneMatch?: string;
  readonly [responseType]?: T;
}

/**
 * One read for `batch`.
 *
 *     read('/v1/spaces/{spaceId}/files', { path: { spaceId }, query: { limit: 10 } })
 */
export function read<P extends ReadablePath>(
  path: P,
  ...[parameters]: ReadParameters<P> extends { path: object } ? [ReadParameters<P>] : [ReadParameters<P>?]
): Read<JsonResponse<P>> {
  const untyped: UntypedReadParameters = parameters ?? {};
  const url = createFinalURL(path, {
    baseUrl: '',
    params: { path: { ...untyped.path }, query: { ...untyped.query } },
    querySerializer: createQuerySerializer<Record<string, unknown>>(),
    pathSerializer: defaultPathSerializer,
  });
  return { path: url, ifNoneMatch: untyped.ifNoneMatch };
}

/** The outcome of one read: `data` or `error`. Neither is set when its `ifNoneMatch` is still current. */
export interface BatchOutcome<T> {
  readonly status: number;
  readonly data?: T;
  readonly error?: ProblemError;
  readonly etag?: string;
}

type BatchOutcomes<R extends Record<string, Read<unknown>>> = {
  [Name in keyof R]: BatchOutcome<R[Name] extends Read<infer T> ? T : never>;
};

/** The limit of the gateway. */
const maxReadsPerBatch = 50;

/**
 * Many reads in one request, or in one request for each 50 of them. A read that fails has an `error`; the other reads are
 * not affected.
 *
 * @throws ProblemError when a batch is rejected as a whole
 */
export async function batch<R extends Record<string, Read<unknown>>>(
  client: GatewayClient,
  reads: R,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<BatchOutcomes<R>> {
  const names = Object.keys(reads);
  const requests = Object.values(reads).map((item, index) => ({ id: `r${index}`, ...item }));
  const outcomes: [string, BatchOutcome<unknown>][] = [];
  for (let start = 0; start < requests.length; start += maxReadsPerBatch) {
    const body = { requests: requests.slice(start, start + maxReadsPerBatch) };
    const { responses } = await dataOf(client.POST('/v1/batch', { body, signal }));
    responses.forEach(({ status, headers, body: data, problem }, index) => {
      const retryAfter = headers['retry-after'];
      const error =
        problem && new ProblemError(problem, status, retryAfter === undefined ? undefined : Number(retryAfter));
      outcomes.push([names[start + index] ?? '', { status, data: data || undefined, error, etag: headers.etag }]);
    });
  }
  return Object.fromEntries(outcomes) as BatchOutcomes<R>;
}
