import type { FetchOptions } from 'openapi-fetch';
import type { GatewayClient } from './client.js';
import type { paths } from './generated/api.js';
import { dataOf } from './problem-error.js';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

interface Page {
  items: unknown[];
  nextCursor: string | null;
}

/** The routes that answer a page of a list. */
export type ListPath = {
  [P in keyof paths]: Answer<P> extends never ? never : Answer<P> extends Page ? P : never;
}[keyof paths];
/** What a list holds. */
export type EntryOf<P extends ListPath> = Answer<P> extends { items: (infer E)[] } ? E : never;

type Init<P extends ListPath> = FetchOptions<paths[P]['get']>;

/** GET of any list: which one, the caller's types have seen to. */
type Get = (path: string, init: object) => Promise<{ data?: Page; error?: unknown; response: Response }>;

interface AnyInit {
  readonly params?: { readonly query?: Readonly<Record<string, unknown>> };
}

/**
 * The pages of a list, one after another, each asked for when it is wanted.
 *
 * @throws ProblemError in the midst of it, where a page is refused
 */
export async function* pages<P extends ListPath>(
  client: GatewayClient,
  path: P,
  init?: Init<P>,
): AsyncGenerator<Answer<P>, void, undefined> {
  const { params, ...rest }: AnyInit = init ?? {};
  const get = client.GET as unknown as Get;
  let cursor = params?.query?.cursor;
  do {
    const query = { ...params?.query, ...(cursor !== undefined && { cursor }) };
    const page: Page = await dataOf(get(path, { ...rest, params: { ...params, query } }));
    yield page as Answer<P>;
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
  init?: Init<P>,
): AsyncGenerator<EntryOf<P>, void, undefined> {
  for await (const page of pages(client, path, init)) yield* (page as { items: EntryOf<P>[] }).items;
}
