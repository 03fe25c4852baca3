import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { problemCatalogue, type ProblemCode } from '#problem';
import { ProblemDto } from '../problems/problem.dto.js';

/** An operation of the description, as far as it decides what can go wrong. */
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly parameters?: readonly { readonly name?: string }[];
  readonly tags?: readonly string[];
  responses: Record<string, unknown>;
  readonly 'x-scope': string;
  readonly 'x-koodrive-operations': readonly string[];
}

interface Reason {
  readonly applies: (operation: Operation, method: string) => boolean;
  readonly codes: readonly ProblemCode[];
}

const isUnsafe = (method: string): boolean => !['get', 'head', 'options'].includes(method);
const isGuarded = ({ 'x-scope': scope }: Operation): boolean => scope !== 'public';
const takes = ({ requestBody }: Operation, type: string): boolean => requestBody?.content[type] !== undefined;
const callsUpstream = (operation: Operation): boolean =>
  operation['x-koodrive-operations'].length > 0 || operation.tags?.includes('batch') === true;
const answersBytes = ({ responses }: Operation): boolean =>
  Object.hasOwn((responses['200'] as { content?: object } | undefined)?.content ?? {}, 'application/octet-stream');

/** Why a problem can come, and from which operations: what is listed of each is all that it can give. */
const reasons: Readonly<Record<string, Reason>> = {
  Caller: {
    applies: isGuarded,
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
    applies: (operation) => takes(operation, 'application/json'),
    codes: ['malformed-json', 'too-large', 'unsupported-media-type'],
  },
  Stream: {
    applies: (operation) => takes(operation, 'application/octet-stream'),
    codes: ['length-required', 'too-large'],
  },
  Confirmation: {
    applies: ({ parameters }) => parameters?.some(({ name }) => name === 'confirm') === true,
    codes: ['confirmation-required'],
  },
  Idempotency: {
    applies: (operation, method) => isUnsafe(method) && isGuarded(operation),
    codes: ['idempotency-in-progress', 'idempotency-key-reused', 'store-unavailable'],
  },
  Upstream: {
    applies: callsUpstream,
    codes: [
      'no-permission',
      'credential-unavailable',
      'not-found',
      'upload-not-found',
      'name-taken',
      'in-recycle-bin',
      'not-in-recycle-bin',
      'target-in-recycle-bin',
      'nested-folders',
      'already-there',
      'folder-not-allowed',
      'upload-incomplete',
      'space-full',
      'space-inactive',
      'file-state-conflict',
      'too-deep',
      'refused-by-upstream',
      'upstream-failed',
      'upstream-protocol',
      'upstream-unavailable',
      'credential-source-unavailable',
      'overloaded',
      'upstream-timeout',
    ],
  },
  Outcome: {
    applies: (operation, method) => isUnsafe(method) && callsUpstream(operation),
    codes: ['outcome-unknown'],
  },
  Range: { applies: answersBytes, codes: ['range-not-satisfiable'] },
};

/** What can happen to any request, before or beside its route. */
const anywhere: readonly ProblemCode[] = [
  'bad-request',
  'malformed-json',
  'request-timeout',
  'length-required',
  'too-large',
  'uri-too-long',
  'unsupported-media-type',
  'header-too-large',
  'not-acceptable',
  'internal',
  'shutting-down',
  'route-not-found',
  'method-not-allowed',
  'store-unavailable',
];

const response = (lead: string, codes: readonly ProblemCode[]): object => ({
  description: lead + codes.map((code) => `\`${code}\``).join(', '),
  'x-problem-codes': codes,
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
});

/** Says of every operation which problems it can give, by status; what any request can meet is told once, as `default`. */
export function describeProblems(document: OpenAPIObject): OpenAPIObject {
  const shared: Record<string, object> = { ProblemAnywhere: response('Of any request: ', anywhere) };
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      for (const [status, because] of byStatus(operation, method)) {
        const name = `Problem${status}${[...because.keys()].join('')}`;
        shared[name] ??= response('', [...new Set([...because.values()].flat())]);
        operation.responses[status] = { $ref: `#/components/responses/${name}` };
      }
      operation.responses['default'] = { $ref: '#/components/responses/ProblemAnywhere' };
    }
  }
  return { ...document, components: { ...document.components, responses: shared } } as OpenAPIObject;
}

/** Status → the reasons for it → their problems. */
function byStatus(operation: Operation, method: string): Map<number, Map<string, ProblemCode[]>> {
  const found = new Map<number, Map<string, ProblemCode[]>>();
  for (const [name, { applies, codes }] of Object.entries(reasons)) {
    if (!applies(operation, method)) continue;
    for (const code of codes) {
      const { status } = problemCatalogue[code];
      const because = found.get(status) ?? new Map<string, ProblemCode[]>();
      because.set(name, [...(because.get(name) ?? []), code]);
      found.set(status, because);
    }
  }
  return found;
}
