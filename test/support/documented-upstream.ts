import { existsSync, readFileSync } from 'node:fs';
import { type BoundClient, type OperationId, operationTable, type Principal } from '#koodrive';
import { respondWithJson, type ReceivedRequest } from './local-server.js';
import { startKooDriveClient } from './koodrive-client.js';
import { createPathPattern } from './path-template.js';

const examplesUrl = new URL('../../libs/koodrive/contract/examples/', import.meta.url);

/** The response body that the reference of KooDrive prints for an operation; undefined if it prints none. */
export function documentedResponse(operation: OperationId): object | undefined {
  const file = new URL(`${operation}.json`, examplesUrl);
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { response: { body: object } }).response.body;
}

type ResponseOverrides = Partial<Record<OperationId, object | ((request: ReceivedRequest) => object)>>;

export interface DocumentedUpstream {
  readonly koodrive: BoundClient;
  /** The requests of an operation, in order. The query is decoded, the body is text. */
  readonly requestsFor: (
    operation: OperationId,
  ) => { readonly path: string; readonly query: string; readonly body: string }[];
  close(): Promise<void>;
}

/**
 * The real client in front of an upstream that responds as the reference of KooDrive prints, or as `responses` says. Mappers
 * are then tested with the values that really reach them. An operation without a response gets 404.
 */
export async function startDocumentedUpstream(
  responses: ResponseOverrides = {},
  principal: Principal = { kind: 'user', userId: '1316083732377070977' },
): Promise<DocumentedUpstream> {
  const upstream = await startKooDriveClient((response, request) => {
    const operation = findOperation(request);
    const body = operation && (responses[operation] ?? documentedResponse(operation));
    if (!body)
      respondWithJson(response, { code: 13000101, msg: `no response for ${request.method} ${request.url}` }, 404);
    else
      respondWithJson(
        response,
        typeof body === 'function' ? (body as (request: ReceivedRequest) => object)(request) : body,
      );
  });
  return {
    koodrive: upstream.client.forPrincipal(principal),
    requestsFor: (operation) =>
      upstream.server.receivedRequests
        .filter((request) => findOperation(request) === operation)
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
  pathPattern: createPathPattern(path),
  isLiteral: !path.includes('{'),
}));

/** A literal path has precedence over a template. */
function findOperation({ method, url }: ReceivedRequest): OperationId | undefined {
  const path = url.split('?', 1)[0] ?? '';
  const matches = routes.filter((route) => route.method === method && route.pathPattern.test(path));
  return (matches.find(({ isLiteral }) => isLiteral) ?? matches[0])?.operation;
}
