import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { KnownRoutes } from '../../apps/gateway/src/http/known-routes.js';
import { optionalModulesOn } from '../../apps/gateway/src/optional-modules.js';
import { scopeNames } from '../../libs/callers/src/index.js';
import { operationTable } from '../../libs/koodrive/src/index.js';
import { bodyOf, concrete, parametersOf } from '../support/broken-requests.js';
import { problemOf } from '../support/drive.js';
import { type Operation, type Route, routesOf } from '../support/openapi-check.js';
import { deref, type Schema, typeOf } from '../support/samples.js';
import { type Stack, startStack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let routes: Route[];
let guarded: Route[];
beforeAll(async () => {
  stack = await startStack({ env: optionalModulesOn });
  routes = routesOf(stack.description);
  guarded = routes.filter(({ operation }) => operation['x-scope'] !== 'public');
});
afterAll(() => stack.close());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
/** Names of the routes for which something does not hold. */
const unlike = (holds: (operation: Operation, route: Route) => boolean): string[] =>
  routes.filter((route) => !holds(route.operation, route)).map(nameOf);

const say = (text: string): boolean => process.stderr.write(`\n${text}\n`);

/** Whether a schema tells how long or how large a value may be. */
function isLimited(given: Schema): boolean {
  const schema = deref(stack.description, given);
  if (schema.enum) return true;
  switch (typeOf(schema)) {
    case 'string':
      return schema.maxLength !== undefined || schema.pattern !== undefined || schema.format === 'date-time';
    case 'integer':
      return schema.minimum !== undefined && schema.maximum !== undefined;
    case 'array':
      return schema.maxItems !== undefined;
    default:
      return true;
  }
}

describe('every route', () => {
  it('is described, but for the few that are named here', () => {
    const fastify = stack.gateway.app.getHttpAdapter().getInstance() as unknown as { knownRoutes: KnownRoutes };
    const described = new Set(routes.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`));
    const hidden = fastify.knownRoutes
      .names()
      .filter((name) => !described.has(name) && !described.has(name.replace(/^HEAD/, 'GET')));
    // The description itself, and the pages that show it.
    expect(hidden.filter((name) => !/^(GET|HEAD) \/(openapi\.json|docs(-json|-yaml)?(\/.*)?)$/.test(name))).toEqual([]);
    expect(described.size).toBeGreaterThan(100);
  });

  it('is closed to who brings no credential', async () => {
    const open: string[] = [];
    for (const route of guarded) {
      const answer = await stack.raw({ method: route.method, path: concrete(route) });
      if (answer.status !== 401 || problemOf(answer).code !== 'unauthenticated') open.push(nameOf(route));
    }
    say(`${routes.length} routes, ${guarded.length} of them guarded: ${open.length} open without a credential`);
    expect(guarded.length).toBeGreaterThan(100);
    expect(open).toEqual([]);
  });

  it('is closed to a credential that is none', async () => {
    const open: string[] = [];
    const headers = { authorization: `Bearer ${stack.key.slice(0, -1)}${stack.key.endsWith('a') ? 'b' : 'a'}` };
    for (const route of guarded) {
      const answer = await stack.raw({ method: route.method, path: concrete(route), headers });
      if (answer.status !== 401 || problemOf(answer).code !== 'unauthenticated') open.push(nameOf(route));
    }
    expect(open).toEqual([]);
  });

  it('is closed to a key with every scope but its own', async () => {
    const keys = new Map<string, string>();
    for (const scope of scopeNames) {
      const others = scopeNames.filter((name) => name !== scope);
      keys.set(scope, await stack.newKey({ scopes: others, userId: stack.userId }));
    }
    const before = stack.sandbox.counters().calls;
    const open: string[] = [];
    // Those that are for any caller ask for the scopes of what they lead to.
    const scoped = guarded.filter(({ operation }) => operation['x-scope'] !== 'any');
    for (const route of scoped) {
      // Routes of browser sessions take no key at all.
      const key = keys.get(route.operation['x-scope']) ?? stack.key;
      const headers = { authorization: `Bearer ${key}` };
      const answer = await stack.raw({ method: route.method, path: concrete(route), headers });
      if (answer.status !== 403 || problemOf(answer).code !== 'missing-scope') open.push(nameOf(route));
    }
    say(`${scoped.length} routes with a scope: ${open.length} open to a key with all scopes but that`);
    expect(open).toEqual([]);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('is the only way in: those that are public are named here', () => {
    const open = routes.filter(({ operation }) => operation['x-scope'] === 'public');
    const known = /^GET \/(live|ready|startup|metrics)$|^(GET|POST) \/auth\/|^\w+ \/v1\/(public|share)-links\//;
    expect(open.map(nameOf).filter((name) => !known.test(name))).toEqual([]);
  });

  it('gives its entity tag the same for the same answer', async () => {
    const first = await stack.call('GET', '/v1/spaces', { headers: { 'cache-control': 'no-cache' } });
    const second = await stack.call('GET', '/v1/spaces', { headers: { 'cache-control': 'no-cache' } });
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  });
});

describe('the description of a route', () => {
  it('has a summary, one tag that is explained, and an operationId of its own', () => {
    const tags = new Set((stack.description as unknown as { tags: { name: string }[] }).tags.map(({ name }) => name));
    expect(unlike(({ summary = '' }) => /^\S.{3,120}[^.]$/.test(summary))).toEqual([]);
    expect(unlike((operation) => operation.tags?.length === 1 && tags.has(operation.tags[0] ?? ''))).toEqual([]);
    const ids = routes.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(unlike(({ operationId }) => /^[\w-]+\.\w+$/.test(operationId))).toEqual([]);
  });

  it('has a tag that is explained in English and in Chinese', () => {
    const { tags } = stack.description as unknown as { tags: { name: string; description: string }[] };
    const both = /^[A-Z][^·]{5,} · [^·]*[\u4e00-\u9fff]/;
    expect(tags.length).toBeGreaterThan(20);
    expect(tags.filter(({ description }) => !both.test(description)).map(({ name }) => name)).toEqual([]);
  });

  it('names a scope that exists and operations of the upstream that exist', () => {
    const known = new Set<string>([...scopeNames, 'any', 'public', 'session']);
    expect(unlike((each) => known.has(each['x-scope']))).toEqual([]);
    expect(unlike((each) => each['x-koodrive-operations'].every((id) => id in operationTable))).toEqual([]);
    const reaching = unlike(
      (each) => ['any', 'public', 'session'].includes(each['x-scope']) || each['x-koodrive-operations'].length > 0,
    );
    expect(reaching).toEqual([]);
  });

  it('describes each parameter of its path, and every parameter with a type', () => {
    interface Parameter {
      readonly name?: string;
      readonly in?: string;
      readonly description?: string;
      readonly schema?: { type?: unknown; enum?: unknown };
    }
    const named = (operation: Operation): Parameter[] =>
      ((operation.parameters ?? []) as unknown as Parameter[]).filter(({ name }) => name !== undefined);
    expect(
      unlike((operation, { path }) => {
        const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const given = named(operation).filter((parameter) => parameter.in === 'path');
        return JSON.stringify(given.map(({ name }) => name)) === JSON.stringify(wanted);
      }),
    ).toEqual([]);
    expect(unlike((operation) => named(operation).every(({ schema }) => schema?.type ?? schema?.enum))).toEqual([]);
  });

  it('explains each parameter, and gives it and each member of its body limits', () => {
    const lacking: string[] = [];
    for (const route of routes) {
      for (const place of ['path', 'query']) {
        for (const { name, schema, description = '' } of parametersOf(route, place)) {
          if (description.length < 5) lacking.push(`${nameOf(route)}: ${name} is not explained`);
          if (!isLimited(schema)) lacking.push(`${nameOf(route)}: ${name} has no limits`);
        }
      }
      for (const [name, schema] of Object.entries(bodyOf(stack.description, route)?.properties ?? {})) {
        if (!isLimited(schema)) lacking.push(`${nameOf(route)}: ${name} of the body has no limits`);
      }
    }
    expect(lacking).toEqual([]);
  });

  it('says what it answers: how it succeeds, and problems', () => {
    expect(
      unlike(({ responses }) => {
        const success = Object.entries(responses).filter(([status]) => /^[23]\d\d$/.test(status));
        const named = responses.default?.$ref?.split('/').at(-1) ?? '';
        const anywhere = stack.description.components.responses?.[named];
        return success.length > 0 && anywhere?.content?.['application/problem+json'] !== undefined;
      }),
    ).toEqual([]);
  });

  it('asks for a credential where there is a scope, and for none where it is public', () => {
    expect(unlike((operation) => (operation['x-scope'] === 'public') === (operation.security?.length === 0))).toEqual(
      [],
    );
  });
});

describe('the description', () => {
  it('leads nowhere by no reference, and names nothing twice', () => {
    const text = JSON.stringify(stack.description);
    const references = [...new Set([...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, target = '']) => target))];
    const found = (target: string): unknown =>
      target
        .split('/')
        .slice(1)
        .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], stack.description);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((target) => found(target) === undefined)).toEqual([]);
  });

  it('gives every property a type', () => {
    const untyped: string[] = [];
    const look = (node: unknown, at: string): void => {
      if (node === null || typeof node !== 'object') return;
      const { properties } = node as { properties?: Record<string, Record<string, unknown>> };
      for (const [name, schema] of Object.entries(properties ?? {})) {
        const typed = ['type', '$ref', 'allOf', 'oneOf', 'anyOf', 'enum'].some((word) => word in schema);
        if (!typed) untyped.push(`${at}.${name}`);
      }
      for (const [name, member] of Object.entries(node)) look(member, `${at}/${name}`);
    };
    look(stack.description.components.schemas, '');
    expect(untyped).toEqual([]);
  });

  it('is OpenAPI 3.1, whose schemas are JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const format of ['int64', 'date-time', 'binary', 'uri']) ajv.addFormat(format, true);
    expect(stack.description.openapi).toMatch(/^3\.1\.\d+$/);
    for (const [name, schema] of Object.entries(stack.description.components.schemas)) {
      expect([name, ajv.validateSchema(schema), ajv.errors ?? null]).toEqual([name, true, null]);
    }
    expect(JSON.stringify(stack.description)).not.toContain('"nullable"');
  });

  it('shows examples that its own schemas take', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const format of ['int64', 'date-time', 'binary', 'uri']) ajv.addFormat(format, true);
    const wrong: string[] = [];
    const look = (node: unknown, at: string): void => {
      if (node === null || typeof node !== 'object') return;
      const { example, ...schema } = node as { example?: unknown };
      if (example !== undefined && !('$ref' in schema) && 'type' in schema && !ajv.validate(schema, example))
        wrong.push(at);
      for (const [name, member] of Object.entries(node)) look(member, `${at}/${name}`);
    };
    look(stack.description.components.schemas, '');
    expect(wrong).toEqual([]);
  });
});
