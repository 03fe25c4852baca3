import { type OpenApiDocument, type ApiRoute, listRoutes } from './openapi-validator.js';
import type { RawRequest } from './raw-http.js';
import { dereference, createSample, type OpenApiSchema, schemaType } from './schema-samples.js';

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

/** Escapes that are not UTF-8: of GBK, of half a character, and no escape at all. */
const invalidEscapes = ['%BB%E1', '%E4%BC', '100%zz'];
const invalidIds = ['a%2Fb', '..', '%2e%2e', '.', 'a.b', 'a%00b', '%20', '%E6%96%87', 'a;b', 'x'.repeat(129)];
const invalidFileNames = [
  ...['<', '>', '|', ':', '"', '*', '?', '/', '\\', '\n', '\u0000', '\u007f'].map((c) => `a${c}b`),
  ...['.', '..', '', '\ud800', 'x'.repeat(251)],
];
const invalidNumbers = [
  'x',
  '1e1',
  '5.5',
  '',
  ' 5',
  '5 ',
  '+5',
  '0x5',
  '99999999999999999999',
  'NaN',
  'Infinity',
  'null',
];
const undeclaredNames = ['surprise', 'constructor', 'toString', '__proto__', 'hasOwnProperty', '$where', 'a%2Fb'];
const wrongTypeValues: Readonly<Record<string, readonly unknown[]>> = {
  string: [5, true, {}, ['x'], null],
  integer: ['5', 1.5, -1, 1e300, true, {}, [1], null],
  boolean: ['true', 0, {}, null],
  array: ['x', {}, 5, null, [null], [[]], [[[]]]],
  object: ['x', 5, [], null],
};

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

/** Texts that are invalid for a parameter with this schema. */
function invalidQueryValues({ type, enum: words, pattern, minimum, maximum, maxLength }: OpenApiSchema): string[] {
  if (words) return ['nonsense', 'constructor', '', `${String(words[0])} `, String(words[0]).toUpperCase() + 'X'];
  if (type === 'integer' || type === 'number') {
    const outOfRange = [minimum !== undefined && minimum - 1, maximum !== undefined && maximum + 1];
    return [...invalidNumbers, ...outOfRange.filter((value) => value !== false).map(String)];
  }
  if (type === 'boolean') return ['TRUE', '1', '', 'yes'];
  if (pattern?.includes('\\u0000')) return invalidFileNames.filter((name) => !name.includes('\ud800'));
  if (pattern) return invalidIds.map((id) => decodeURIComponent(id)).filter((id) => !new RegExp(pattern, 'u').test(id));
  return maxLength === undefined ? [] : ['', 'x'.repeat(maxLength + 1)];
}

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

/** Members with values that are invalid for their schemas. */
function invalidBodyMembers(
  description: OpenApiDocument,
  { properties = {} }: OpenApiSchema,
): [name: string, value: unknown][] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const schema = dereference(description, member);
    const nullable = Array.isArray(schema.type);
    const type = schemaType(schema);
    const values = (wrongTypeValues[type] ?? []).filter((value) => !(nullable && value === null));
    const texts = type === 'string' ? invalidStrings(schema) : [];
    const outOfRange = [
      schema.minimum !== undefined && schema.minimum - 1,
      schema.maximum !== undefined && schema.maximum + 1,
    ].filter((value) => value !== false);
    return [...values, ...texts, ...outOfRange].map((value): [string, unknown] => [name, value]);
  });
}

function invalidStrings({ enum: words, pattern, maxLength }: OpenApiSchema): string[] {
  if (words) return ['nonsense', 'constructor', ''];
  if (pattern?.includes('\\u0000')) return invalidFileNames;
  if (pattern) return ['', 'a b', '..', 'a/b', '{}'];
  return maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)];
}

/** A text that is valid for the schema. */
function sampleQueryValue({ enum: words, minimum }: OpenApiSchema): string {
  const [word] = words ?? [];
  return typeof word === 'string' ? word : String(minimum ?? 'a1');
}
