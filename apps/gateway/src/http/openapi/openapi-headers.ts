import type { OpenAPIObject } from '@nestjs/swagger';
import { userIdPattern } from '#callers';
import { maxIdempotencyKeyLength } from '../idempotency/idempotency.interceptor.js';
import { maxRequestTimeoutSeconds, minRequestTimeoutSeconds, requestTimeoutPattern } from '../request-timeout.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const createHeaderParameter = (name: string, description: string, schema: object): object => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

/** Request headers that many routes accept, each described once. */
const headerParameters = {
  onBehalfOf: createHeaderParameter(
    'X-On-Behalf-Of',
    'The KooDrive user to act for. Requires the scope act-for:users.',
    { type: 'string', pattern: userIdPattern.source },
  ),
  requestTimeout: createHeaderParameter(
    'X-Request-Timeout',
    `Seconds that you wait, ${minRequestTimeoutSeconds} to ${maxRequestTimeoutSeconds}; decimals are allowed.`,
    { type: 'string', pattern: requestTimeoutPattern.source },
  ),
  idempotencyKey: createHeaderParameter(
    'Idempotency-Key',
    'Repeating a request with the same key returns the first response again.',
    { type: 'string', minLength: 1, maxLength: maxIdempotencyKeyLength },
  ),
  ifNoneMatch: createHeaderParameter(
    'If-None-Match',
    'The ETag of a response that you have: 304 while it is still current.',
    { type: 'string' },
  ),
  ifMatch: createHeaderParameter(
    'If-Match',
    'The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. ' +
      'KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen.',
    { type: 'string' },
  ),
  ifNoneExists: createHeaderParameter(
    'If-None-Match',
    '`*`: 412, and nothing is done, where the name is taken. KooDrive checks that in the creation itself.',
    { type: 'string' },
  ),
} as const;

const createReference = (name: keyof typeof headerParameters): { $ref: string } => ({
  $ref: `#/components/parameters/${name}`,
});

/**
 * Adds to each operation the request headers it accepts, the 304 of cacheable reads, and that public routes need no
 * credential.
 */
export function describeHeaders(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path[method];
      if (operation) describeOperation(operation, { isRead: method === 'get', isReadable: path.get !== undefined });
    }
  }
  return { ...document, components: { ...document.components, parameters: headerParameters as never } };
}

function describeOperation(
  operation: Operation,
  { isRead, isReadable }: { readonly isRead: boolean; /** Whether the path has a GET. */ readonly isReadable: boolean },
): void {
  const hasETag = isRead && JSON.stringify(operation.responses['200'] ?? {}).includes('application/json');
  const {
    'x-scope': scope,
    'x-safe': isSafe,
    'x-creates-by-name': createsByName,
  } = operation as { 'x-scope'?: string; 'x-safe'?: true; 'x-creates-by-name'?: true };
  const isPublic = scope === 'public';
  const hasPrecondition = isReadable && !isRead && !isSafe && !isPublic;
  if (isPublic) operation.security = [];
  if (hasETag) operation.responses['304'] = { description: 'The response that you have is current.' };
  operation.parameters = [
    ...(operation.parameters ?? []),
    ...(hasETag ? [createReference('ifNoneMatch')] : []),
    ...(isPublic ? [] : [createReference('onBehalfOf'), createReference('requestTimeout')]),
    ...(isRead || isSafe || isPublic ? [] : [createReference('idempotencyKey')]),
    ...(hasPrecondition ? [createReference('ifMatch')] : []),
    ...(createsByName ? [createReference('ifNoneExists')] : []),
  ];
}
