import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { problemCatalog, type ProblemCode } from '#problem';
import { upstreamProblemCodes } from '../problems/koodrive-problems.js';
import { Problem } from '../problems/problem.dto.js';

/** The parts of an OpenAPI operation that decide which problems it can return. */
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly parameters?: readonly { readonly name?: string }[];
  readonly tags?: readonly string[];
  responses: Record<string, unknown>;
  readonly 'x-scope': string;
  readonly 'x-safe'?: true;
  readonly 'x-koodrive-operations': readonly string[];
}

interface ProblemRule {
  readonly applies: (operation: Operation, method: string) => boolean;
  readonly codes: readonly ProblemCode[];
}

const isUnsafe = (method: string): boolean => !['get', 'head', 'options'].includes(method);
const requiresCredential = ({ 'x-scope': scope }: Operation): boolean => scope !== 'public';
const acceptsMediaType = ({ requestBody }: Operation, type: string): boolean =>
  requestBody?.content[type] !== undefined;
const callsUpstream = (operation: Operation): boolean =>
  operation['x-koodrive-operations'].length > 0 || operation.tags?.includes('batch') === true;
const returnsBytes = ({ responses }: Operation): boolean =>
  Object.hasOwn((responses['200'] as { content?: object } | undefined)?.content ?? {}, 'application/octet-stream');

/** Which problems are possible for which operations. The list of an operation is complete: tests check every response against it. */
const problemRules: Readonly<Record<string, ProblemRule>> = {
  Caller: {
    applies: requiresCredential,
    codes: [
      'unauthenticated',
      'key-expired',
      'session-ended',
      'missing-scope',
      'acting-not-allowed',
      'cross-site-refused',
      'issuer-unavailable',
    ],
  },
  SignIn: {
    applies: ({ tags }) => tags?.includes('session') === true,
    codes: [
      'sign-in-unknown',
      'sign-in-refused',
      'cross-site-refused',
      'session-ended',
      'issuer-unavailable',
      'store-unavailable',
    ],
  },
  Limit: { applies: () => true, codes: ['too-many-requests'] },
  Input: { applies: () => true, codes: ['invalid-input'] },
  Body: {
    applies: (operation) => acceptsMediaType(operation, 'application/json'),
    codes: ['malformed-json', 'too-large', 'unsupported-media-type'],
  },
  Stream: {
    applies: (operation) => acceptsMediaType(operation, 'application/octet-stream'),
    codes: ['length-required', 'too-large'],
  },
  Confirmation: {
    applies: ({ parameters }) => parameters?.some(({ name }) => name === 'confirm') === true,
    codes: ['confirmation-required'],
  },
  Idempotency: {
    applies: (operation, method) => isUnsafe(method) && !operation['x-safe'] && requiresCredential(operation),
    codes: ['idempotency-in-progress', 'idempotency-key-reused', 'response-not-stored', 'store-unavailable'],
  },
  Template: {
    applies: ({ tags }, method) => isUnsafe(method) && tags?.includes('permission-templates') === true,
    codes: ['preset-template'],
  },
  Upstream: { applies: callsUpstream, codes: upstreamProblemCodes },
  Outcome: {
    applies: (operation, method) => isUnsafe(method) && callsUpstream(operation),
    codes: ['outcome-unknown'],
  },
  Precondition: {
    applies: (operation, method) =>
      returnsBytes(operation) || (isUnsafe(method) && !operation['x-safe'] && requiresCredential(operation)),
    codes: ['precondition-failed'],
  },
  Range: { applies: returnsBytes, codes: ['range-not-satisfiable'] },
};

/** Problems that any request can get, before it reaches its route. */
const commonProblemCodes: readonly ProblemCode[] = [
  'bad-request',
  'malformed-json',
  'request-timeout',
  'length-required',
  'too-large',
  'uri-too-long',
  'unsupported-media-type',
  'header-too-large',
  'expectation-failed',
  'invalid-input',
  'not-acceptable',
  'internal',
  'shutting-down',
  'route-not-found',
  'method-not-allowed',
  'unknown-host',
  'cross-site-refused',
  'store-unavailable',
];

const createProblemResponse = (lead: string, codes: readonly ProblemCode[]): object => ({
  description: lead + codes.map((code) => `\`${code}\``).join(', '),
  'x-problem-codes': codes,
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
});

/** Adds the possible problems to every operation, by status. Those that any request can get are listed once, as `default`. */
export function describeProblems(document: OpenAPIObject): OpenAPIObject {
  const shared: Record<string, object> = {
    ProblemAnywhere: createProblemResponse('Of any request: ', commonProblemCodes),
  };
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      for (const [status, because] of groupByStatus(operation, method)) {
        const name = `Problem${status}${[...because.keys()].join('')}`;
        shared[name] ??= createProblemResponse('', [...new Set([...because.values()].flat())]);
        operation.responses[status] = { $ref: `#/components/responses/${name}` };
      }
      operation.responses['default'] = { $ref: '#/components/responses/ProblemAnywhere' };
    }
  }
  return { ...document, components: { ...document.components, responses: shared } } as OpenAPIObject;
}

/** Status → name of each rule with that status → its problems. */
function groupByStatus(operation: Operation, method: string): Map<number, Map<string, ProblemCode[]>> {
  const found = new Map<number, Map<string, ProblemCode[]>>();
  for (const [name, { applies, codes }] of Object.entries(problemRules)) {
    if (!applies(operation, method)) continue;
    for (const code of codes) {
      const { status } = problemCatalog[code];
      const because = found.get(status) ?? new Map<string, ProblemCode[]>();
      because.set(name, [...(because.get(name) ?? []), code]);
      found.set(status, because);
    }
  }
  return found;
}
