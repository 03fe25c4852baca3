import { applyDecorators, HttpCode, type Type as Class } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiExtension, ApiExtraModels, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { type Caller, covers, type ScopeName } from '#callers';
import type { OperationId } from '#koodrive';
import type { AuditEvent } from '#telemetry';
import { expandedWords } from './answer/expansion.js';
import type { CacheRule, Purge } from './answer/freshness.js';
import { ProblemDto } from './problems/problem.dto.js';

/** What a route is: who may call it, what it reaches upstream, what it answers, how long that may be kept. */
export interface EndpointSpec {
  readonly summary: string;
  readonly description?: string;
  /**
   * The scope a caller needs; `any` is for every caller whatever their scopes, `session` for every signed-in browser and
   * nobody else, `public` takes no credential.
   */
  readonly scope: ScopeName | 'any' | 'session' | 'public';
  /** The words of `?expand=`, each with the scope that the part's own route needs: asked for before anything is answered. */
  readonly expand?: Readonly<Record<string, ScopeName>>;
  /** The upstream operations it may call: counted for coverage, shown as x-koodrive-operations. */
  readonly upstream: readonly OperationId[];
  /** Class of the JSON answer; left out where the answer is no JSON or has no body. */
  readonly answer?: Class;
  /** 200 when left out; 204 has no body. */
  readonly status?: 200 | 201 | 202 | 204 | 302;
  /** Lets the answer be kept. */
  readonly cache?: CacheRule;
  /** The tags whose kept answers this write makes stale; purged before the answer leaves. */
  readonly purge?: Purge;
  /** Records each call that got past the scopes in the audit log, under this word. */
  readonly audit?: AuditEvent;
  /** Address of what was made, for the header Location. */
  readonly location?: (answer: Record<string, unknown>) => string;
  /** The body is handed to the handler as a stream of bytes, whatever its type. */
  readonly streamedBody?: boolean;
  /** How calls are counted against the rate limits where it is not by what they do: `none` for those that must always do. */
  readonly limit?: 'logins' | 'reads' | 'none';
  /** Media type of an answer that is not JSON. */
  readonly produces?: string;
  /** The variable without which the route is not there; its description says so. */
  readonly offUnless?: string;
}

/** Whether the caller may use the route. */
export const allows = (spec: EndpointSpec, caller: Caller, query: unknown): boolean =>
  lackingScope(spec, caller, query) === undefined;

/** What the caller lacks for the route or for a part that `?expand=` adds; undefined where nothing. */
export function lackingScope(
  { scope, expand }: EndpointSpec,
  caller: Caller,
  query: unknown,
): EndpointSpec['scope'] | undefined {
  if (!holds(caller, scope)) return scope;
  if (!expand) return undefined;
  const scopes = expandedWords(query).map((word) => (Object.hasOwn(expand, word) ? expand[word] : undefined));
  return scopes.find((needed) => needed !== undefined && !holds(caller, needed));
}

function holds(caller: Caller, scope: EndpointSpec['scope']): boolean {
  if (scope === 'public' || scope === 'any') return true;
  return scope === 'session' ? caller.kind === 'session' : covers(caller.scopes, scope);
}

/** What the declaration says in itself, and who may call. */
function descriptionOf({ description, scope, expand, cache, offUnless }: EndpointSpec): string {
  const further = Object.entries(expand ?? {}).filter(([, needed]) => needed !== scope);
  const sentences = [
    description,
    whoMay[scope] ?? `Needs the scope \`${scope}\`.`,
    ...further.map(([word, needed]) => `\`expand=${word}\` needs the scope \`${needed}\` as well.`),
    cache && `Kept for ${cache.fresh} s at most, and asked anew after a write through the gateway that changes it.`,
    offUnless && `Off unless ${offUnless} is set.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

const whoMay: Readonly<Record<string, string>> = {
  any: 'For every caller, whatever their scopes.',
  session: 'For every signed-in browser, and nobody else.',
  public: 'Takes no credential.',
};

function documentation(spec: EndpointSpec): MethodDecorator[] {
  const status = spec.status ?? 200;
  const answer = spec.answer
    ? ApiResponse({ status, type: spec.answer, description: spec.summary })
    : ApiResponse({
        status,
        description: spec.summary,
        ...(spec.produces && {
          content: {
            [spec.produces]: {
              schema: { type: 'string', ...(spec.produces !== 'text/event-stream' && { format: 'binary' }) },
            },
          },
        }),
      });
  const { offUnless } = spec;
  return [
    ApiOperation({ summary: spec.summary, description: descriptionOf(spec) }),
    ...(offUnless ? [ApiExtension('x-off-by-default', offUnless)] : []),
    ApiExtension('x-koodrive-operations', spec.upstream),
    ApiExtension('x-scope', spec.scope),
    ...(spec.cache ? [ApiExtension('x-fresh-seconds', spec.cache.fresh)] : []),
    ApiExtraModels(ProblemDto),
    answer,
    ...(spec.streamedBody
      ? [
          ApiConsumes('application/octet-stream'),
          ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
        ]
      : []),
  ];
}

/** Beside `@Get()` and its kin: the whole declaration of a route. A route without it does not start. */
export const Endpoint = (spec: EndpointSpec): MethodDecorator =>
  applyDecorators(RouteConfig({ endpoint: spec }), HttpCode(spec.status ?? 200), ...documentation(spec));
