import { applyDecorators, HttpCode, type Type as Class } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { type Caller, hasScope, type ScopeName } from '#callers';
import type { OperationId } from '#koodrive';
import { ProblemError } from '#problem';
import type { AuditRule } from './audit/audit-rule.js';
import { parseExpandParameter } from './response/expansion.js';
import type { CacheRule, InvalidationRule } from './response/cache-tags.js';
import { readDeclaredInputs } from './input/declared-inputs.js';
import { Problem } from './problems/problem.dto.js';

/** The declaration of a route: its scope, its upstream operations, its response, and how the response is cached. */
export interface EndpointSpec {
  readonly summary: string;
  readonly description?: string;
  /**
   * The required scope. `any`: every caller, with any scopes. `session`: every caller with a browser session, and no
   * other. `public`: no credential is required.
   */
  readonly scope: ScopeName | 'any' | 'session' | 'public';
  /**
   * A read by POST: it changes nothing (RFC 9110, 9.2.1). It ignores `Idempotency-Key`, as a GET does: its response is
   * not stored, and a repetition reads again.
   */
  readonly safe?: true;
  /**
   * The values of `?expand=`, each with the scope that the part's own route requires. Checked before the handler runs.
   */
  readonly expand?: Readonly<Record<string, ScopeName>>;
  /** The upstream operations that it may call: counted for coverage, shown as x-koodrive-operations. */
  readonly upstreamOperations: readonly OperationId[];
  /** Class of the JSON response; undefined where the response is not JSON or has no body. */
  readonly response?: Class;
  /** Default 200. 204 has no body. */
  readonly status?: 200 | 201 | 202 | 204 | 302;
  /**
   * Members of the response that are different in each read, such as pre-signed URLs. The ETag does not depend on them, so
   * that it can be a precondition; and no response is 304, as the caller would use old values.
   */
  readonly volatileMembers?: readonly string[];
  /** Responses are cached by this rule; not at all where undefined. */
  readonly cache?: CacheRule;
  /** The cache tags that this write invalidates before the response is sent. */
  readonly invalidates?: InvalidationRule;
  /** How calls are recorded in the audit log. Required for each route that is neither a GET nor safe. */
  readonly audit?: AuditRule;
  /** The URL of the created resource, for the header Location. */
  readonly location?: (response: Record<string, unknown>) => string;
  /**
   * The name in the input identifies what is created. With `If-None-Match: *` a taken name is 412, decided by KooDrive
   * together with the creation.
   */
  readonly createsByName?: true;
  /** The handler receives the body as a stream of bytes, whatever its media type. */
  readonly streamedBody?: boolean;
  /** The body is a form with these fields (`application/x-www-form-urlencoded`), and other fields that are ignored. */
  readonly formFields?: readonly string[];
  /**
   * The rate limit of the calls, where it does not follow from method and media type. `none`: calls are never limited.
   */
  readonly rateLimit?: 'logins' | 'reads' | 'none';
  /** Media type of a response that is not JSON. */
  readonly produces?: string;
  /** The environment variable that enables the route; the OpenAPI description names it. */
  readonly enabledByVariable?: string;
}

/** Whether requests of the route may change something. */
export const isWrite = (method: string | string[], { safe }: EndpointSpec): boolean =>
  method !== 'GET' && method !== 'HEAD' && safe !== true;

/** Whether requests of the route carry the bytes of a file. */
export const isTransfer = ({ streamedBody, produces }: EndpointSpec): boolean =>
  streamedBody === true || produces === 'application/octet-stream';

/** What a route requires of its caller. */
export type RequiredScope = EndpointSpec['scope'];

/** Whether the caller may use the route. */
export const isAllowed = (spec: EndpointSpec, caller: Caller, query: unknown): boolean =>
  findMissingScope(spec, caller, query) === undefined;

/** The scope that the caller lacks for the route or for a part in `?expand=`; undefined where it lacks none. */
export function findMissingScope(
  { scope, expand }: EndpointSpec,
  caller: Caller,
  query: unknown,
): RequiredScope | undefined {
  if (!mayCall(caller, scope)) return scope;
  return expand && listPartScopes(expand, query).find((partScope) => !mayCall(caller, partScope));
}

/** Every scope that a request to the route requires. */
export const listRequiredScopes = ({ scope, expand = {} }: EndpointSpec, query: unknown): RequiredScope[] => [
  scope,
  ...listPartScopes(expand, query),
];

const listPartScopes = (expand: NonNullable<EndpointSpec['expand']>, query: unknown): ScopeName[] =>
  parseExpandParameter(query).flatMap((part) => (Object.hasOwn(expand, part) ? (expand[part] ?? []) : []));

export const createMissingScopeProblem = (scope: RequiredScope): ProblemError =>
  new ProblemError('missing-scope', {
    detail:
      scope === 'session'
        ? { en: 'This call is for signed-in browsers.', zh: '此调用仅供已登录的浏览器使用。' }
        : { en: `This call needs the scope ${scope}.`, zh: `此调用需要权限范围 ${scope}。` },
  });

export function mayCall(caller: Caller, scope: RequiredScope): boolean {
  if (scope === 'public' || scope === 'any') return true;
  return scope === 'session' ? caller.kind === 'session' : hasScope(caller.scopes, scope);
}

/** The description of the route, with its scopes, its cache time and the variable that enables it. */
function buildDescription({ description, scope, expand, cache, enabledByVariable }: EndpointSpec): string {
  const otherPartScopes = Object.entries(expand ?? {}).filter(([, partScope]) => partScope !== scope);
  const sentences = [
    description,
    scopeDescriptions[scope] ?? `Requires the scope \`${scope}\`.`,
    ...otherPartScopes.map(([part, partScope]) => `\`expand=${part}\` also requires the scope \`${partScope}\`.`),
    cache &&
      `Cached for at most ${cache.maxAgeSeconds} s, and invalidated by a write through the gateway that changes it.`,
    enabledByVariable && `Off unless ${enabledByVariable} is set.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

const scopeDescriptions: Readonly<Record<string, string>> = {
  any: 'For every caller, with any scopes.',
  session: 'For every signed-in browser, and no other caller.',
  public: 'Requires no credential.',
};

function describeResponse({
  response,
  produces,
  status = 200,
  summary: description,
}: EndpointSpec): ApiResponseOptions {
  if (response) return { status, type: response, description };
  if (!produces) return { status, description };
  const schema =
    produces === 'text/event-stream' ? ({ type: 'string' } as const) : ({ type: 'string', format: 'binary' } as const);
  return { status, description, content: { [produces]: { schema } } };
}

function createApiDecorators(spec: EndpointSpec): MethodDecorator[] {
  const { enabledByVariable } = spec;
  return [
    ApiOperation({ summary: spec.summary, description: buildDescription(spec) }),
    ...(enabledByVariable ? [ApiExtension('x-off-by-default', enabledByVariable)] : []),
    ApiExtension('x-koodrive-operations', spec.upstreamOperations),
    ApiExtension('x-scope', spec.scope),
    ...(spec.safe ? [ApiExtension('x-safe', true)] : []),
    ...(spec.createsByName ? [ApiExtension('x-creates-by-name', true)] : []),
    ...(spec.cache ? [ApiExtension('x-fresh-seconds', spec.cache.maxAgeSeconds)] : []),
    ApiExtraModels(Problem),
    ApiResponse(describeResponse(spec)),
    ...(spec.streamedBody
      ? [
          ApiConsumes('application/octet-stream'),
          ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
        ]
      : []),
    ...(spec.formFields ? describeForm(spec.formFields) : []),
  ];
}

function describeForm(fields: readonly string[]): MethodDecorator[] {
  const properties = Object.fromEntries(fields.map((name) => [name, { type: 'string' } as const]));
  return [
    ApiConsumes('application/x-www-form-urlencoded'),
    ApiBody({ required: true, schema: { type: 'object', properties, required: [...fields] } }),
  ];
}

/** Declares a route, beside `@Get()` and the like. The gateway does not start with a route that lacks it. */
export const Endpoint =
  (spec: EndpointSpec): MethodDecorator =>
  (controller, handlerName, descriptor) => {
    const inputs = readDeclaredInputs(controller, handlerName);
    const decorate = applyDecorators(
      RouteConfig({ endpoint: spec, inputs }),
      HttpCode(spec.status ?? 200),
      ...createApiDecorators(spec),
    );
    decorate(controller, handlerName, descriptor);
  };
