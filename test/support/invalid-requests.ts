import { type OpenApiDocument, type ApiRoute, listRoutes } from './openapi-validator.js';
import {
  invalidBodyMembers,
  invalidEscapes,
  invalidIds,
  invalidQueryValues,
  sampleQueryValue,
  undeclaredNames,
} from './invalid-values.js';
import type { RawRequest } from './raw-http.js';
import { dereference, createSample, type OpenApiSchema } from './schema-samples.js';

/* Requests that break one rule of the OpenAPI description each. All of them are generated from the description. */

export interface InvalidRequest {
  /** What is invalid, for failure messages. */
  readonly description: string;
  readonly request: RawRequest;
  readonly status: number;
  readonly code: string;
  /** The JSON Pointer that the problem must name. With an asterisk at the end, it is the beginning of the pointer. */
  readonly pointer?: string;
  /** The Chinese message for that pointer. */
  readonly message?: string;
  /** What the detail of the problem must contain. */
  readonly detail?: string;
}

interface ParameterObject {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: OpenApiSchema;
}

/** The path template of a route with `1` in place of each parameter. */
export function fillPathTemplate({ path }: ApiRoute): string {
  return path.replace(/\{(\w+)\}/g, '1');
}

export const listParameters = ({ operation }: ApiRoute, location: string): ParameterObject[] =>
  ((operation.parameters ?? []) as unknown as readonly ParameterObject[]).filter(
    (parameter) => parameter.in === location,
  );

export function findJsonBodySchema(description: OpenApiDocument, { operation }: ApiRoute): OpenApiSchema | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema && dereference(description, schema);
}

export const isUpload = ({ operation }: ApiRoute): boolean =>
  operation.requestBody?.content['application/octet-stream'] !== undefined;

/** @param key an API key with all scopes */
export function buildInvalidRequests(description: OpenApiDocument, key: string): InvalidRequest[] {
  const authorization = `Bearer ${key}`;
  return (
    listRoutes(description)
      // These accept no key, and a caller without a browser session is rejected before the input is validated.
      .filter(({ operation }) => !['public', 'session'].includes(operation['x-scope']))
      .flatMap((route) => [
        ...invalidPathRequests(description, route),
        ...invalidQueryRequests(description, route),
        ...invalidBodyRequests(description, route),
      ])
      .map((invalid) => ({
        ...invalid,
        request: {
          ...invalid.request,
          headers: { authorization, 'accept-language': 'zh', ...invalid.request.headers },
        },
      }))
  );
}

const invalidInputRequest = (request: RawRequest, reason: string, pointer: string): InvalidRequest => ({
  description: `${request.method ?? 'GET'} ${request.path.slice(0, 90)}: ${reason}`,
  request,
  status: 422,
  code: 'invalid-input',
  pointer,
});

function invalidPathRequests(description: OpenApiDocument, route: ApiRoute): InvalidRequest[] {
  const { method } = route;
  const required = listParameters(route, 'query').filter((parameter) => parameter.required);
  const query = required.map(
    ({ name, schema }) => `${name}=${encodeURIComponent(String(createSample(description, schema)))}`,
  );
  const path = query.length > 0 ? `${route.path}?${query.join('&')}` : route.path;
  return listParameters(route, 'path').flatMap(({ name }) =>
    [...invalidIds, ...invalidEscapes].map((id) => {
      const invalidPath = path.replace(`{${name}}`, () => id).replace(/\{\w+\}/g, '1');
      return invalidInputRequest(
        { method, path: invalidPath, ...validBody(description, route) },
        `${name} is ${id.slice(0, 12)}`,
        `/${name}`,
      );
    }),
  );
}

/** A valid body, for requests that are invalid elsewhere. */
function validBody(description: OpenApiDocument, route: ApiRoute): Pick<RawRequest, 'headers' | 'body'> {
  const schema = findJsonBodySchema(description, route);
  if (!schema) return route.operation.requestBody ? { headers: { 'content-length': '0' } } : {};
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(createSample(description, schema)) };
}

function invalidQueryRequests(description: OpenApiDocument, route: ApiRoute): InvalidRequest[] {
  const { method } = route;
  const withQuery = (query: string): RawRequest => ({
    method,
    path: `${fillPathTemplate(route)}?${query}`,
    ...validBody(description, route),
  });
  const undeclared = undeclaredNames.map((name) =>
    invalidInputRequest(withQuery(`${name}=1`), 'unknown parameter', `/${decodeURIComponent(name).replace('/', '~1')}`),
  );
  const missing = listParameters(route, 'query')
    .filter(({ required }) => required)
    .map(({ name }) => missingMember(withQuery(''), name));
  const undecodable = [
    invalidInputRequest(withQuery('%BB=1'), 'a name that is not UTF-8', '/%BB'),
    ...listParameters(route, 'query').flatMap(({ name }) =>
      invalidEscapes.map((text) => invalidInputRequest(withQuery(`${name}=${text}`), `${name} is ${text}`, `/${name}`)),
    ),
  ];
  const declared = listParameters(route, 'query').flatMap(({ name, schema }) => {
    const resolved = dereference(description, schema);
    const value = encodeURIComponent(sampleQueryValue(resolved));
    return [
      invalidInputRequest(withQuery(`${name}=${value}&${name}=${value}`), 'duplicate parameter', `/${name}`),
      ...invalidQueryValues(resolved).map((text) =>
        invalidInputRequest(
          withQuery(`${name}=${encodeURIComponent(text)}`),
          `${name} is ${JSON.stringify(text.slice(0, 12))}`,
          `/${name}`,
        ),
      ),
    ];
  });
  return [...undeclared, ...missing, ...undecodable, ...declared];
}

const missingMember = (request: RawRequest, name: string): InvalidRequest => ({
  ...invalidInputRequest(request, `without ${name}`, `/${name}`),
  message: '必填',
});

function invalidBodyRequests(description: OpenApiDocument, route: ApiRoute): InvalidRequest[] {
  const { method, operation } = route;
  const path = fillPathTemplate(route);
  const json = { 'content-type': 'application/json' };
  const schema = findJsonBodySchema(description, route);
  if (!schema) {
    if (method === 'GET' || operation.requestBody) return [];
    const request = { method, path, headers: json, body: '{"surprise":1}' };
    return [invalidInputRequest(request, 'a body where none is accepted', '')];
  }
  const withBody = (body: string | Uint8Array, headers: RawRequest['headers'] = json): RawRequest => ({
    method,
    path,
    headers,
    body,
  });
  const rejected = (reason: string, request: RawRequest, status: number, code: string): InvalidRequest => ({
    ...invalidInputRequest(request, reason, ''),
    status,
    code,
  });
  return [
    {
      ...rejected('invalid JSON', withBody('{\n "name":secret}'), 400, 'malformed-json'),
      detail: '第 2 行，第 9 列',
    },
    {
      ...rejected(
        'not UTF-8',
        withBody(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
        400,
        'malformed-json',
      ),
      detail: '第 1 行，第 3 列',
    },
    rejected('compressed', withBody('{}', { ...json, 'content-encoding': 'gzip' }), 415, 'unsupported-media-type'),
    ...listMissingMembers(description, schema).flatMap(({ name, body }) => [
      missingMember(withBody(JSON.stringify(body)), name),
      missingMember(withBody(''), name),
      missingMember({ method, path, headers: { 'content-length': '0' } }, name),
    ]),
    rejected('__proto__', withBody('{"__proto__":{"name":"x"}}'), 400, 'malformed-json'),
    rejected('constructor.prototype', withBody('{"constructor":{"prototype":{}}}'), 400, 'malformed-json'),
    rejected(
      'a wrong type',
      { ...withBody('{}'), headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ),
    rejected('no type', { ...withBody('{}'), headers: {} }, 415, 'unsupported-media-type'),
    rejected('more than 1 MiB', withBody(JSON.stringify({ surprise: 'x'.repeat(1024 * 1024) })), 413, 'too-large'),
    invalidInputRequest(withBody(`${'['.repeat(40)}${']'.repeat(40)}`), '40 levels', ''),
    ...['[]', '[{}]', '"text"', '5', 'true', 'null'].map((body) =>
      invalidInputRequest(withBody(body), `the body is ${body}`, ''),
    ),
    ...['surprise', 'constructor', 'toString', 'a/b'].map((name) =>
      invalidInputRequest(
        withBody(JSON.stringify({ [name]: 1 })),
        `unknown member ${name}`,
        `/${name.replace('/', '~1')}`,
      ),
    ),
    ...invalidBodyMembers(description, schema).map(([name, value]) =>
      invalidInputRequest(
        withBody(JSON.stringify({ [name]: value })),
        `${name} is ${JSON.stringify(value).slice(0, 30)}`,
        `/${name}*`,
      ),
    ),
  ];
}

/** For each required member, a body that holds all others. */
function listMissingMembers(
  description: OpenApiDocument,
  schema: OpenApiSchema,
): { readonly name: string; readonly body: object }[] {
  const { required = [] } = dereference(description, schema);
  const sample = createSample(description, schema) as object;
  return required.map((name) => ({
    name,
    body: Object.fromEntries(Object.entries(sample).filter(([other]) => other !== name)),
  }));
}
