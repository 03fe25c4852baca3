import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteTable } from '../../apps/gateway/src/http/route-table.js';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { scopeNames } from '../../libs/callers/src/index.js';
import { type OperationId, operationTable } from '../../libs/koodrive/src/index.js';
import { findJsonBodySchema, fillPathTemplate, listParameters } from '../support/invalid-requests.js';
import { noCacheHeaders, parseProblem } from '../support/gateway-api.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { type OpenApiOperation, type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { dereference, type OpenApiSchema, schemaType } from '../support/schema-samples.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let routes: ApiRoute[];
let guardedRoutes: ApiRoute[];
beforeAll(async () => {
  stack = await startGatewayStack({ env: optionalModuleVariables });
  routes = listRoutes(stack.openApiDocument);
  guardedRoutes = routes.filter(({ operation }) => operation['x-scope'] !== 'public');
});
afterAll(() => stack.close());

/** The names of the routes for which a condition does not hold. */
const findViolatingRoutes = (holds: (operation: OpenApiOperation, route: ApiRoute) => boolean): string[] =>
  routes.filter((route) => !holds(route.operation, route)).map(formatRoute);

const printLine = (text: string): boolean => process.stderr.write(`\n${text}\n`);

/** Whether a schema limits the length or the size of its values. */
function isBounded(schemaOrReference: OpenApiSchema): boolean {
  const schema = dereference(stack.openApiDocument, schemaOrReference);
  if (schema.enum) return true;
  switch (schemaType(schema)) {
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
  it('is described, except the documentation routes', () => {
    const fastify = stack.gateway.app.getHttpAdapter().getInstance() as unknown as { routeTable: RouteTable };
    const described = new Set(routes.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`));
    const undescribed = fastify.routeTable
      .listRoutes()
      .filter((name) => !described.has(name) && !described.has(name.replace(/^HEAD/, 'GET')));
    // The description itself and its documentation pages are not described.
    expect(
      undescribed.filter((name) => !/^(GET|HEAD) \/(openapi\.json|docs(-json|-yaml)?(\/.*)?)$/.test(name)),
    ).toEqual([]);
    expect(described.size).toBeGreaterThan(100);
  });

  it('S31: takes an Idempotency-Key if and only if it changes something for its caller', () => {
    const isReadOnly = (id: string): boolean => operationTable[id as OperationId].readOnly;
    const changesSomething = ({ method, operation }: ApiRoute): boolean =>
      method !== 'GET' && !operation['x-koodrive-operations'].every(isReadOnly);
    const takesKey = ({ operation }: ApiRoute): boolean => JSON.stringify(operation).includes('/idempotencyKey"');
    const violating = guardedRoutes.filter((route) => takesKey(route) !== changesSomething(route));
    expect(violating.map(formatRoute)).toEqual([]);
    expect(routes.filter(takesKey).length).toBeGreaterThan(50);
  });

  it('rejects a request without a credential', async () => {
    const open: string[] = [];
    for (const route of guardedRoutes) {
      const response = await stack.sendRaw({ method: route.method, path: fillPathTemplate(route) });
      if (response.status !== 401 || parseProblem(response).code !== 'unauthenticated') open.push(formatRoute(route));
    }
    printLine(
      `${routes.length} routes, ${guardedRoutes.length} of them guarded: ${open.length} open without a credential`,
    );
    expect(guardedRoutes.length).toBeGreaterThan(100);
    expect(open).toEqual([]);
  });

  it('rejects a request with an invalid credential', async () => {
    const open: string[] = [];
    const headers = { authorization: `Bearer ${stack.key.slice(0, -1)}${stack.key.endsWith('a') ? 'b' : 'a'}` };
    for (const route of guardedRoutes) {
      const response = await stack.sendRaw({ method: route.method, path: fillPathTemplate(route), headers });
      if (response.status !== 401 || parseProblem(response).code !== 'unauthenticated') open.push(formatRoute(route));
    }
    expect(open).toEqual([]);
  });

  it('rejects a key with all scopes except its own', async () => {
    const keys = new Map<string, string>();
    for (const scope of scopeNames) {
      const otherScopes = scopeNames.filter((name) => name !== scope);
      keys.set(scope, await stack.issueKey({ scopes: otherScopes, userId: stack.userId }));
    }
    const before = stack.sandbox.counters().calls;
    const open: string[] = [];
    // Routes with the scope `any` check the scopes of the routes that they call.
    const scopedRoutes = guardedRoutes.filter(({ operation }) => operation['x-scope'] !== 'any');
    for (const route of scopedRoutes) {
      // Routes for browser sessions accept no key.
      const key = keys.get(route.operation['x-scope']) ?? stack.key;
      const headers = { authorization: `Bearer ${key}` };
      const response = await stack.sendRaw({ method: route.method, path: fillPathTemplate(route), headers });
      if (response.status !== 403 || parseProblem(response).code !== 'missing-scope') open.push(formatRoute(route));
    }
    printLine(`${scopedRoutes.length} routes with a scope: ${open.length} open to a key with all scopes but that`);
    expect(open).toEqual([]);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('is not public, except the routes that are listed here', () => {
    const publicRoutes = routes.filter(({ operation }) => operation['x-scope'] === 'public');
    const expectedPattern =
      /^GET \/(live|ready|startup|metrics)$|^(GET|POST) \/auth\/|^\w+ \/v1\/(public|share)-links\//;
    expect(publicRoutes.map(formatRoute).filter((name) => !expectedPattern.test(name))).toEqual([]);
  });

  it('has the same entity tag for the same response', async () => {
    const first = await stack.call('GET', '/v1/spaces', { headers: noCacheHeaders });
    const second = await stack.call('GET', '/v1/spaces', { headers: noCacheHeaders });
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  });
});

describe('the description of a route', () => {
  it('has a summary, one described tag, and a unique operationId', () => {
    const tags = new Set(
      (stack.openApiDocument as unknown as { tags: { name: string }[] }).tags.map(({ name }) => name),
    );
    expect(findViolatingRoutes(({ summary = '' }) => /^\S.{3,120}[^.]$/.test(summary))).toEqual([]);
    expect(
      findViolatingRoutes((operation) => operation.tags?.length === 1 && tags.has(operation.tags[0] ?? '')),
    ).toEqual([]);
    const ids = routes.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(findViolatingRoutes(({ operationId }) => /^[\w-]+\.\w+$/.test(operationId))).toEqual([]);
  });

  it('has a tag that is described in English and in Chinese', () => {
    const { tags } = stack.openApiDocument as unknown as { tags: { name: string; description: string }[] };
    const bilingualPattern = /^[A-Z][^·]{5,} · [^·]*[\u4e00-\u9fff]/;
    expect(tags.length).toBeGreaterThan(20);
    expect(tags.filter(({ description }) => !bilingualPattern.test(description)).map(({ name }) => name)).toEqual([]);
  });

  it('has an existing scope and existing upstream operations', () => {
    const knownScopes = new Set<string>([...scopeNames, 'any', 'public', 'session']);
    expect(findViolatingRoutes((operation) => knownScopes.has(operation['x-scope']))).toEqual([]);
    expect(
      findViolatingRoutes((operation) => operation['x-koodrive-operations'].every((id) => id in operationTable)),
    ).toEqual([]);
    const withoutOperation = findViolatingRoutes(
      (operation) =>
        ['any', 'public', 'session'].includes(operation['x-scope']) || operation['x-koodrive-operations'].length > 0,
    );
    expect(withoutOperation).toEqual([]);
  });

  it('declares each path parameter, and a type for every parameter', () => {
    interface DeclaredParameter {
      readonly name?: string;
      readonly in?: string;
      readonly description?: string;
      readonly schema?: { type?: unknown; enum?: unknown };
    }
    const listInlineParameters = (operation: OpenApiOperation): DeclaredParameter[] =>
      ((operation.parameters ?? []) as unknown as DeclaredParameter[]).filter(({ name }) => name !== undefined);
    expect(
      findViolatingRoutes((operation, { path }) => {
        const inTemplate = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = listInlineParameters(operation).filter((parameter) => parameter.in === 'path');
        return JSON.stringify(declared.map(({ name }) => name)) === JSON.stringify(inTemplate);
      }),
    ).toEqual([]);
    expect(
      findViolatingRoutes((operation) =>
        listInlineParameters(operation).every(({ schema }) => schema?.type ?? schema?.enum),
      ),
    ).toEqual([]);
  });

  it('describes each parameter, and limits each parameter and body member', () => {
    const violations: string[] = [];
    for (const route of routes) {
      for (const location of ['path', 'query']) {
        for (const { name, schema, description = '' } of listParameters(route, location)) {
          if (description.length < 5) violations.push(`${formatRoute(route)}: ${name} is not described`);
          if (!isBounded(schema)) violations.push(`${formatRoute(route)}: ${name} has no limits`);
        }
      }
      for (const [name, schema] of Object.entries(findJsonBodySchema(stack.openApiDocument, route)?.properties ?? {})) {
        if (!isBounded(schema)) violations.push(`${formatRoute(route)}: ${name} of the body has no limits`);
      }
    }
    expect(violations).toEqual([]);
  });

  it('describes a success and the problems', () => {
    expect(
      findViolatingRoutes(({ responses }) => {
        const success = Object.entries(responses).filter(([status]) => /^[23]\d\d$/.test(status));
        const referenceName = responses.default?.$ref?.split('/').at(-1) ?? '';
        const problemResponse = stack.openApiDocument.components.responses?.[referenceName];
        return success.length > 0 && problemResponse?.content?.['application/problem+json'] !== undefined;
      }),
    ).toEqual([]);
  });

  it('requires a credential, except on public routes', () => {
    expect(
      findViolatingRoutes((operation) => (operation['x-scope'] === 'public') === (operation.security?.length === 0)),
    ).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  it('has no unresolved reference', () => {
    const text = JSON.stringify(stack.openApiDocument);
    const references = [...new Set([...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, target = '']) => target))];
    const resolve = (target: string): unknown =>
      target
        .split('/')
        .slice(1)
        .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], stack.openApiDocument);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((target) => resolve(target) === undefined)).toEqual([]);
  });

  it('has a type for every property', () => {
    const untyped: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (node === null || typeof node !== 'object') return;
      const { properties } = node as { properties?: Record<string, Record<string, unknown>> };
      for (const [name, schema] of Object.entries(properties ?? {})) {
        const isTyped = ['type', '$ref', 'allOf', 'oneOf', 'anyOf', 'enum'].some((word) => word in schema);
        if (!isTyped) untyped.push(`${path}.${name}`);
      }
      for (const [name, member] of Object.entries(node)) visit(member, `${path}/${name}`);
    };
    visit(stack.openApiDocument.components.schemas, '');
    expect(untyped).toEqual([]);
  });

  it('is OpenAPI 3.1 with schemas of JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const format of ['int64', 'date-time', 'binary', 'uri']) ajv.addFormat(format, true);
    expect(stack.openApiDocument.openapi).toMatch(/^3\.1\.\d+$/);
    for (const [name, schema] of Object.entries(stack.openApiDocument.components.schemas)) {
      expect([name, ajv.validateSchema(schema), ajv.errors ?? null]).toEqual([name, true, null]);
    }
    expect(JSON.stringify(stack.openApiDocument)).not.toContain('"nullable"');
  });

  it('has examples that are valid for their schemas', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const format of ['int64', 'date-time', 'binary', 'uri']) ajv.addFormat(format, true);
    const invalid: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (node === null || typeof node !== 'object') return;
      const { example, ...schema } = node as { example?: unknown };
      if (example !== undefined && !('$ref' in schema) && 'type' in schema && !ajv.validate(schema, example))
        invalid.push(path);
      for (const [name, member] of Object.entries(node)) visit(member, `${path}/${name}`);
    };
    visit(stack.openApiDocument.components.schemas, '');
    expect(invalid).toEqual([]);
  });
});
