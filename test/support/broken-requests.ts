import { type OpenApi, type Route, routesOf } from './openapi-check.js';
import type { RawRequest } from './raw-http.js';
import { deref, sampleOf, type Schema, typeOf } from './samples.js';

/* Requests that break one rule of the description each. All of them are made of the description itself. */

export interface BrokenRequest {
  /** What is wrong, for the name of the test. */
  readonly what: string;
  readonly request: RawRequest;
  readonly status: number;
  readonly code: string;
  /** A pointer that the problem must name; its beginning where it ends with an asterisk. */
  readonly pointer?: string;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

const badIds = ['a%2Fb', '..', '%2e%2e', '.', 'a.b', 'a%00b', '%20', '%E6%96%87', 'a;b', 'x'.repeat(129)];
const badNames = [
  ...['<', '>', '|', ':', '"', '*', '?', '/', '\\', '\n', '\u0000', '\u007f'].map((c) => `a${c}b`),
  ...['.', '..', '', '\ud800', 'x'.repeat(251)],
];
const badNumbers = ['x', '1e1', '5.5', '', ' 5', '5 ', '+5', '0x5', '99999999999999999999', 'NaN', 'Infinity', 'null'];
const foreignNames = ['surprise', 'constructor', 'toString', '__proto__', 'hasOwnProperty', '$where', 'a%2Fb'];
const wrongValues: Readonly<Record<string, readonly unknown[]>> = {
  string: [5, true, {}, ['x'], null],
  integer: ['5', 1.5, -1, 1e300, true, {}, [1], null],
  boolean: ['true', 0, {}, null],
  array: ['x', {}, 5, null, [null], [[]], [[[]]]],
  object: ['x', 5, [], null],
};

/** Every route with a path in place of its template. */
export function concrete({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, '1');
}

export const parametersOf = ({ operation }: Route, place: string): Parameter[] =>
  ((operation.parameters ?? []) as unknown as readonly Parameter[]).filter((parameter) => parameter.in === place);

export function bodyOf(description: OpenApi, { operation }: Route): Schema | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema && deref(description, schema);
}

/** @param key a credential that opens every route */
export function brokenRequests(description: OpenApi, key: string): BrokenRequest[] {
  const authorization = `Bearer ${key}`;
  return (
    routesOf(description)
      // A key opens neither: whoever has no session is refused before the input is looked at.
      .filter(({ operation }) => !['public', 'session'].includes(operation['x-scope']))
      .flatMap((route) => [
        ...brokenPaths(description, route),
        ...brokenQueries(description, route),
        ...brokenBodies(description, route),
      ])
      .map((broken) => ({
        ...broken,
        request: { ...broken.request, headers: { authorization, ...broken.request.headers } },
      }))
  );
}

const invalid = (request: RawRequest, what: string, pointer: string): BrokenRequest => ({
  what: `${request.method ?? 'GET'} ${request.path.slice(0, 90)}: ${what}`,
  request,
  status: 422,
  code: 'invalid-input',
  pointer,
});

function brokenPaths(description: OpenApi, route: Route): BrokenRequest[] {
  const { method } = route;
  const needed = parametersOf(route, 'query').filter(({ required }) => required);
  const query = needed.map(
    ({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(description, schema)))}`,
  );
  const path = query.length > 0 ? `${route.path}?${query.join('&')}` : route.path;
  return parametersOf(route, 'path').flatMap(({ name }) =>
    badIds.map((bad) => {
      const at = path.replace(`{${name}}`, () => bad).replace(/\{\w+\}/g, '1');
      return invalid(
        { method, path: at, ...harmless(description, route) },
        `${name} is ${bad.slice(0, 12)}`,
        `/${name}`,
      );
    }),
  );
}

/** A body that is not the mistake. */
function harmless(description: OpenApi, route: Route): Pick<RawRequest, 'headers' | 'body'> {
  const schema = bodyOf(description, route);
  if (!schema) return route.operation.requestBody ? { headers: { 'content-length': '0' } } : {};
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sampleOf(description, schema)) };
}

function brokenQueries(description: OpenApi, route: Route): BrokenRequest[] {
  const { method } = route;
  const at = (query: string): RawRequest => ({
    method,
    path: `${concrete(route)}?${query}`,
    ...harmless(description, route),
  });
  const strangers = foreignNames.map((name) =>
    invalid(at(`${name}=1`), 'unknown parameter', `/${decodeURIComponent(name).replace('/', '~1')}`),
  );
  const known = parametersOf(route, 'query').flatMap(({ name, schema }) => {
    const full = deref(description, schema);
    const value = encodeURIComponent(sampleText(full));
    return [
      invalid(at(`${name}=${value}&${name}=${value}`), 'twice the same parameter', `/${name}`),
      ...wrongTexts(full).map((text) =>
        invalid(
          at(`${name}=${encodeURIComponent(text)}`),
          `${name} is ${JSON.stringify(text.slice(0, 12))}`,
          `/${name}`,
        ),
      ),
    ];
  });
  return [...strangers, ...known];
}

/** Texts that no parameter of this schema takes. */
function wrongTexts({ type, enum: words, pattern, minimum, maximum, maxLength }: Schema): string[] {
  if (words) return ['nonsense', 'constructor', '', `${String(words[0])} `, String(words[0]).toUpperCase() + 'X'];
  if (type === 'integer' || type === 'number') {
    const beyond = [minimum !== undefined && minimum - 1, maximum !== undefined && maximum + 1];
    return [...badNumbers, ...beyond.filter((limit) => limit !== false).map(String)];
  }
  if (type === 'boolean') return ['TRUE', '1', '', 'yes'];
  if (pattern?.includes('\\u0000')) return badNames.filter((name) => !name.includes('\ud800'));
  if (pattern) return badIds.map((bad) => decodeURIComponent(bad)).filter((bad) => !new RegExp(pattern, 'u').test(bad));
  return maxLength === undefined ? [] : ['', 'x'.repeat(maxLength + 1)];
}

function brokenBodies(description: OpenApi, route: Route): BrokenRequest[] {
  const { method, operation } = route;
  const path = concrete(route);
  const json = { 'content-type': 'application/json' };
  const schema = bodyOf(description, route);
  if (!schema) {
    if (method === 'GET' || operation.requestBody) return [];
    const request = { method, path, headers: json, body: '{"surprise":1}' };
    return [invalid(request, 'a body where none is taken', '')];
  }
  const at = (body: string | Uint8Array, headers = json): RawRequest => ({ method, path, headers, body });
  const refused = (what: string, request: RawRequest, status: number, code: string): BrokenRequest => ({
    ...invalid(request, what, ''),
    status,
    code,
  });
  return [
    refused('invalid JSON', at('{"name":'), 400, 'malformed-json'),
    refused('no JSON at all', at(''), 400, 'malformed-json'),
    refused('not UTF-8', at(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 400, 'malformed-json'),
    refused('__proto__', at('{"__proto__":{"name":"x"}}'), 400, 'malformed-json'),
    refused('constructor.prototype', at('{"constructor":{"prototype":{}}}'), 400, 'malformed-json'),
    refused('a wrong type', { ...at('{}'), headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'),
    refused('no type', { ...at('{}'), headers: {} }, 415, 'unsupported-media-type'),
    refused('more than 1 MiB', at(JSON.stringify({ surprise: 'x'.repeat(1024 * 1024) })), 413, 'too-large'),
    invalid(at(`${'['.repeat(40)}${']'.repeat(40)}`), '40 levels', ''),
    ...['[]', '[{}]', '"text"', '5', 'true', 'null'].map((body) => invalid(at(body), `the body is ${body}`, '')),
    ...['surprise', 'constructor', 'toString', 'a/b'].map((name) =>
      invalid(at(JSON.stringify({ [name]: 1 })), `unknown member ${name}`, `/${name.replace('/', '~1')}`),
    ),
    ...brokenMembers(description, schema).map(([name, value]) =>
      invalid(at(JSON.stringify({ [name]: value })), `${name} is ${JSON.stringify(value).slice(0, 30)}`, `/${name}*`),
    ),
  ];
}

/** Members with values that their schemas do not take. */
function brokenMembers(description: OpenApi, { properties = {} }: Schema): [name: string, value: unknown][] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const schema = deref(description, member);
    const nullable = Array.isArray(schema.type);
    const type = typeOf(schema);
    const values = (wrongValues[type] ?? []).filter((value) => !(nullable && value === null));
    const texts = type === 'string' ? wrongStrings(schema) : [];
    const beyond = [
      schema.minimum !== undefined && schema.minimum - 1,
      schema.maximum !== undefined && schema.maximum + 1,
    ].filter((limit) => limit !== false);
    return [...values, ...texts, ...beyond].map((value): [string, unknown] => [name, value]);
  });
}

function wrongStrings({ enum: words, pattern, maxLength }: Schema): string[] {
  if (words) return ['nonsense', 'constructor', ''];
  if (pattern?.includes('\\u0000')) return badNames;
  if (pattern) return ['', 'a b', '..', 'a/b', '{}'];
  return maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)];
}

/** Some text that fits. */
function sampleText({ enum: words, minimum }: Schema): string {
  const [word] = words ?? [];
  return typeof word === 'string' ? word : String(minimum ?? 'a1');
}
