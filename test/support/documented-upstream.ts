import { existsSync, readFileSync } from 'node:fs';
import { type BoundClient, type OperationId, operationTable, type Principal } from '#koodrive';
import { json, type SeenRequest } from './local-server.js';
import { startClient } from './koodrive-client.js';

const examples = new URL('../../libs/koodrive/contract/examples/', import.meta.url);

/** The body of the answer that the reference prints for an operation; undefined where it prints none. */
export function documentedAnswer(operation: OperationId): object | undefined {
  const file = new URL(`${operation}.json`, examples);
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { response: { body: object } }).response.body;
}

type Answers = Partial<Record<OperationId, object | ((request: SeenRequest) => object)>>;

export interface DocumentedUpstream {
  readonly koodrive: BoundClient;
  /** What came in for an operation, in order: the query and the body as text. */
  readonly sent: (operation: OperationId) => { readonly path: string; readonly query: string; readonly body: string }[];
  close(): Promise<void>;
}

/**
 * The real client before an upstream that answers as the reference prints, or with what `answers` says: mappers are
 * then held against what really reaches them. Without an answer for an operation: 404.
 */
export async function startDocumentedUpstream(
  answers: Answers = {},
  principal: Principal = { kind: 'user', userId: '1316083732377070977' },
): Promise<DocumentedUpstream> {
  const upstream = await startClient((response, request) => {
    const operation = operationOf(request);
    const given = operation && (answers[operation] ?? documentedAnswer(operation));
    if (!given) json(response, { code: 13000101, msg: `no answer for ${request.method} ${request.url}` }, 404);
    else json(response, typeof given === 'function' ? (given as (request: SeenRequest) => object)(request) : given);
  });
  return {
    koodrive: upstream.client.for(principal),
    sent: (operation) =>
      upstream.server.seen
        .filter((request) => operationOf(request) === operation)
        .map(({ url, body }) => ({
          path: url.split('?')[0] ?? '',
          query: decodeURIComponent(url.split('?')[1] ?? ''),
          body: body.toString('utf8'),
        })),
    close: () => upstream.close(),
  };
}

const routes = Object.entries(operationTable).map(([operation, { method, path }]) => ({
  operation: operation as OperationId,
  method,
  form: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  literal: !path.includes('{'),
}));

/** Literal paths win over templates. */
function operationOf({ method, url }: SeenRequest): OperationId | undefined {
  const path = url.split('?', 1)[0] ?? '';
  const found = routes.filter((route) => route.method === method && route.form.test(path));
  return (found.find(({ literal }) => literal) ?? found[0])?.operation;
}
