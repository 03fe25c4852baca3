import type { FetchOptions } from 'openapi-fetch';
import type { GatewayClient } from './client.js';
import type { paths } from './generated/api.js';
import { dataOf } from './problem-error.js';

type ListResponse<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer R } } } };
}
  ? R
  : never;

interface ListPage {
  items: unknown[];
  nextCursor: string | null;
}

/** The routes that return a page of a list. */
export type ListPath = {
  [P in keyof paths]: ListResponse<P> extends never ? never : ListResponse<P> extends ListPage ? P : never;
}[keyof paths];
/** The type of the entries of a list. */
export type EntryOf<P extends ListPath> = ListResponse<P> extends { items: (infer E)[] } ? E : never;

type ListRequestInit<P extends ListPath> = FetchOptions<paths[P]['get']>;

/** GET of any list. The types of `pages` check path and parameters. */
type GetList = (path: string, init: object) => Promise<{ data?: ListPage; error?: unknown; response: Response }>;

interface UntypedRequestInit {
  readonly params?: { readonly query?: Readonly<Record<string, unknown>> };
}

/**
 * The pages of a list, one after another. Each page is requested when the iteration reaches it.
 *
 * @throws ProblemError during the iteration, when a page is rejected
 */
export async function* pages<P extends ListPath>(
  client: GatewayClient,
  path: P,
  init?: ListRequestInit<P>,
): AsyncGenerator<ListResponse<P>, void, undefined> {
  const { params, ...rest }: UntypedRequestInit = init ?? {};
  const get = client.GET as unknown as GetList;
  let cursor = params?.query?.cursor;
  do {
    const query = { ...params?.query, cursor };
    const page: ListPage = await dataOf(get(path, { ...rest, params: { ...params, query } }));
    yield page as ListResponse<P>;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/**
 * The entries of all pages of a list.
 *
 *     for await (const file of entries(koodrive, '/v1/spaces/{spaceId}/files', { params: { path: { spaceId } } })) ...
 */
export async function* entries<P extends ListPath>(
  client: GatewayClient,
  path: P,
  init?: ListRequestInit<P>,
): AsyncGenerator<EntryOf<P>, void, undefined> {
  for await (const page of pages(client, path, init)) yield* (page as { items: EntryOf<P>[] }).items;
}
