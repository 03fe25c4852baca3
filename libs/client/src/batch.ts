import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import type { GatewayClient } from './client.js';
import type { paths } from './generated/api.js';
import { dataOf, ProblemError } from './problem-error.js';

type Get<P extends keyof paths> = paths[P] extends { get: infer Operation } ? Operation : never;
type Json<P extends keyof paths> =
  Get<P> extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never;
type ReadablePath = {
  [P in keyof paths]: P extends `/v1/${string}` ? (Json<P> extends never ? never : P) : never;
}[keyof paths];
type Place<P extends keyof paths, Where extends 'path' | 'query'> =
  Get<P> extends { parameters: infer All } ? (Where extends keyof All ? NonNullable<All[Where]> : never) : never;
/** `path` where the address has parameters, `query` always. */
type Params<P extends keyof paths> = ([Place<P, 'path'>] extends [never]
  ? { path?: never }
  : { path: Place<P, 'path'> }) & {
  query?: Place<P, 'query'>;
  /** An ETag of an answer you have: 304 without data while it is still right. */
  ifNoneMatch?: string;
};

declare const answers: unique symbol;
/** A read that waits for a batch; knows what it will be answered. */
export interface Read<T> {
  readonly path: string;
  readonly ifNoneMatch?: string;
  readonly [answers]?: T;
}

/**
 * One read for `batch`.
 *
 *     read('/v1/spaces/{spaceId}/files', { path: { spaceId }, query: { limit: 10 } })
 */
export function read<P extends ReadablePath>(
  path: P,
  ...[params]: Params<P> extends { path: object } ? [Params<P>] : [Params<P>?]
): Read<Json<P>> {
  const {
    path: inPath = {},
    query = {},
    ifNoneMatch,
  } = (params ?? {}) as Record<'path' | 'query', object> & {
    ifNoneMatch?: string;
  };
  const address = createFinalURL(path, {
    baseUrl: '',
    params: { path: { ...inPath }, query: { ...query } },
    querySerializer: createQuerySerializer<Record<string, unknown>>(),
    pathSerializer: defaultPathSerializer,
  });
  return { path: address, ...(ifNoneMatch !== undefined && { ifNoneMatch }) };
}

/** What became of one read: `data`, or `error`; neither where its `ifNoneMatch` still holds. */
export interface BatchOutcome<T> {
  readonly status: number;
  readonly data?: T;
  readonly error?: ProblemError;
  readonly etag?: string;
}

type Outcomes<R extends Record<string, Read<unknown>>> = {
  [Name in keyof R]: BatchOutcome<R[Name] extends Read<infer T> ? T : never>;
};

/** As many as the gateway takes at once. */
const mostReads = 50;

/**
 * Many reads in one round trip, or in one for each 50 of them. One that fails has an `error` and leaves the others alone.
 *
 * @throws ProblemError where a batch is refused as a whole
 */
export async function batch<R extends Record<string, Read<unknown>>>(
  client: GatewayClient,
  reads: R,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Outcomes<R>> {
  const names = Object.keys(reads);
  const requests = Object.values(reads).map((each, place) => ({ id: `r${place}`, ...each }));
  const outcomes: [string, BatchOutcome<unknown>][] = [];
  for (let start = 0; start < requests.length; start += mostReads) {
    const body = { requests: requests.slice(start, start + mostReads) };
    const { responses } = await dataOf(client.POST('/v1/batch', { body, ...(signal && { signal }) }));
    responses.forEach(({ status, headers, body: data, problem }, place) => {
      const wait = headers['retry-after'];
      const error = problem && new ProblemError(problem, status, wait === undefined ? undefined : Number(wait));
      const { etag } = headers;
      const outcome = { status, ...(data && { data }), ...(error && { error }), ...(etag !== undefined && { etag }) };
      outcomes.push([names[start + place] ?? '', outcome]);
    });
  }
  return Object.fromEntries(outcomes) as Outcomes<R>;
}
