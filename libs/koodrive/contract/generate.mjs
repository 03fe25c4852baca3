#!/usr/bin/env node
/**
 * Reads koodrive.openapi.yaml and overrides.yaml and writes, under ../src/generated/:
 *   contract.ts    the types of every operation and schema (openapi-typescript)
 *   operations.ts  the operation table (see ../src/operation.ts for the meaning of each column)
 *   errors.ts      the error codes of errors.yaml (see ../src/failure/error-row.ts)
 *   shapes.ts      what the members of each response must be (see ../src/response/response-shape.ts)
 *
 *   node generate.mjs           write all
 *   node generate.mjs --check   exit with 1 when the committed files differ from the contract
 */
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import ts from 'typescript';
import { parse } from 'yaml';

const here = new URL('./', import.meta.url);
const target = new URL('../src/generated/', here);
const read = (name) => readFile(new URL(name, here), 'utf8');

const contract = parse(await read('koodrive.openapi.yaml'));
const overrides = parse(await read('overrides.yaml'));
const errorCodes = parse(await read('errors.yaml'));

const resolve = (node) => {
  while (node?.$ref) node = contract.components.schemas[node.$ref.split('/').pop()];
  return node ?? {};
};
const jsonSchema = (content) => resolve(content?.['application/json']?.schema);

function credentialKindsOf(operation) {
  const headers = operation['x-headers'] ?? {};
  if (!headers.Authorization) return ['none'];
  if (operation['x-auth'] === 'app token') return ['app-token'];
  if (operation['x-app-auth'] === false || !headers['X-User-Id']) return ['session'];
  return ['session', 'signature'];
}

const responseMembersOf = (response) =>
  Object.keys(response.properties ?? {}).filter((name) => name !== 'code' && name !== 'msg');

/** `data` or `list` when the response has no other member beside code and msg; otherwise `flat`. */
function envelopeOf(response) {
  const members = responseMembersOf(response);
  return members.length === 1 && (members[0] === 'data' || members[0] === 'list') ? members[0] : 'flat';
}

/** The paths of 64-bit integers in a body, as `member`, `member.member` or `member[].member`. */
function int64PathsOf(schema, path = '') {
  const node = resolve(schema);
  if (node.type === 'integer') return node.format === 'int64' ? [path] : [];
  if (node.type === 'array') return int64PathsOf(node.items, `${path}[]`);
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) =>
    int64PathsOf(member, path ? `${path}.${name}` : name),
  );
}

/** What the URLs of responses are, by the name of their member. A new name must be added here. */
const urlMembers = {
  presigned: ['downloadUrl', 'uploadUrl', 'url'],
  /** Pages, pictures and scripts; codes of links; addresses that the gateway does not pass on. */
  other: ['linkUrl', 'iconUrl', 'uri', 'js_sdk_url', 'retry_js_sdk_url', 'shortUrl', 'downloadLink', 'downloadLinks'],
};

/** The paths of pre-signed URLs in a response, as those of `int64PathsOf`. */
function presignedUrlPathsOf(schema, path = '', parents = []) {
  const node = resolve(schema);
  if (parents.includes(node)) return [];
  if (node.type === 'array') return presignedUrlPathsOf(node.items, `${path}[]`, [...parents, node]);
  const name = path
    .split('.')
    .pop()
    .replace(/(\[\])+$/, '');
  if (node.type === 'string' && /ur[li]|link/i.test(name)) {
    if (urlMembers.presigned.includes(name)) return [path];
    if (!urlMembers.other.includes(name)) throw new Error(`${path}: is this member a pre-signed URL? See urlMembers`);
  }
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) =>
    presignedUrlPathsOf(member, path ? `${path}.${name}` : name, [...parents, node]),
  );
}

/** The shapes of the objects in responses, by the names of their schemas or, without one, by their paths. */
const objectShapes = {};
const allOverrides = Object.values(overrides);
const listSchemas = new Set(allOverrides.flatMap(({ lists = [] }) => lists));
const furtherMembers = Object.assign({}, ...allOverrides.map(({ alsoMembersOf }) => alsoMembersOf));

function shapeOf(schema, path) {
  if (schema.allOf) return shapeOf(schema.allOf[0], path);
  const node = resolve(schema);
  if (node.type === 'array') return `${shapeOf(node.items, path)}[]`;
  if (node.type === 'object') {
    const name = schema.$ref?.split('/').pop() ?? path;
    if (!node.properties) return 'any';
    addObjectShape(name, node.properties);
    return listSchemas.has(name) ? `#${name}[]` : `#${name}`;
  }
  // An id that one page calls an integer has letters on another.
  if (node.type === 'integer') return /id$/i.test(path) ? 'id' : 'integer';
  return { string: 'text', number: 'number', boolean: 'boolean' }[node.type] ?? 'any';
}

function addObjectShape(name, properties) {
  if (objectShapes[name]) return;
  objectShapes[name] = {};
  const others = contract.components.schemas[furtherMembers[name]]?.properties;
  for (const [member, schema] of Object.entries({ ...others, ...properties })) {
    objectShapes[name][member] = shapeOf(schema, `${name}.${member}`);
  }
}

/** A response is read for its code before its shape counts. */
function addResponseShape(id, response, paging) {
  if (contract.components.schemas[id]) throw new Error(`${id} is the name of an operation and of a schema`);
  addObjectShape(id, response.properties ?? {});
  const shape = objectShapes[id];
  Object.assign(shape, { code: 'any', msg: 'any' });
  if (paging?.alternativeItems) shape[paging.alternativeItems] = shape[paging.items];
}

function isRequired(location, name, parameters, body) {
  if (location === 'query') return parameters.some((p) => p.name === name && p.required);
  const node = location === 'body' ? body : resolve(body.properties.pageInfo);
  return node.required?.includes(name) ?? false;
}

function pagingOf(parameters, body, response) {
  const properties = response.properties ?? {};
  const lists = Object.keys(properties).filter((name) => resolve(properties[name]).type === 'array');
  if (lists.length === 0) return null;
  const items = lists[0];
  const total = properties.total && 'total';
  const next = ['nextCursor', 'nextPageCursor'].find((name) => properties[name]);
  const query = Object.fromEntries(parameters.filter((p) => p.in === 'query').map((p) => [p.name, resolve(p.schema)]));
  const bodyProperties = body.properties ?? {};
  const pageInfo = bodyProperties.pageInfo && resolve(bodyProperties.pageInfo).properties;
  for (const [location, fields] of [
    ['query', query],
    ['body', bodyProperties],
    ['pageInfo', pageInfo ?? {}],
  ]) {
    if (fields.offset && fields.limit) {
      const numbersAsText = resolve(fields.offset).type === 'string';
      return { style: 'offset', in: location, size: 'limit', offset: 'offset', numbersAsText, items, total };
    }
    const cursor = ['pageCursor', 'cursor'].find((name) => fields[name]);
    if (cursor && next) {
      const size = ['pageSize', 'limit', 'count'].find((name) => fields[name]);
      const firstCursor = isRequired(location, cursor, parameters, body) ? '' : undefined;
      const hasMoreMember = properties.hasMore && 'hasMore';
      // JSON.stringify drops the members that are undefined.
      return { style: 'cursor', in: location, size, cursor, next, firstCursor, items, total, hasMoreMember };
    }
  }
  return null;
}

/** The page size that is assumed when the contract states no maximum. */
const defaultMaxPageSize = 100;

function withMaxPageSize(row, parameters, body) {
  if (!row?.size) return row;
  const fields =
    row.in === 'query'
      ? Object.fromEntries(parameters.map((p) => [p.name, p.schema]))
      : row.in === 'body'
        ? body.properties
        : resolve(body.properties.pageInfo).properties;
  return { ...row, maxPageSize: resolve(fields[row.size]).maximum ?? defaultMaxPageSize };
}

const rows = {};
for (const [path, methods] of Object.entries(contract.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const id = operation.operationId;
    const override = overrides[id] ?? {};
    if (overrides[id] && !override.reason) throw new Error(`overrides.yaml: ${id} has no reason`);
    const parameters = operation.parameters ?? [];
    const body = jsonSchema(operation.requestBody?.content);
    const response = jsonSchema(operation.responses['200']?.content);
    const names = (location) => parameters.filter((p) => p.in === location).map((p) => p.name);
    const readOnly = override.readOnly ?? operation['x-read-only'] === true;
    const inferredPaging = pagingOf(parameters, body, response);
    const sameStyle = inferredPaging?.style === override.paging?.style;
    const paging = override.paging
      ? { ...(sameStyle ? inferredPaging : undefined), ...override.paging }
      : inferredPaging;
    rows[id] = {
      method: method.toUpperCase(),
      path,
      parameters: { path: names('path'), query: names('query'), header: names('header') },
      body: operation.requestBody ? Object.keys(body.properties ?? {}) : null,
      int64Paths: int64PathsOf(body),
      credentials: override.credentials ?? credentialKindsOf(operation),
      presignedUrlPaths: presignedUrlPathsOf(response),
      envelope: envelopeOf(response),
      responseMembers: responseMembersOf(response),
      // A member that only an example shows can be missing. Only the documented table is reliable.
      hasCode:
        override.hasCode ??
        ('code' in (response.properties ?? {}) && response.properties.code['x-confidence'] !== 'inferred'),
      dataOptional: override.dataOptional ?? false,
      readOnly,
      hasEffect: override.hasEffect ?? !readOnly,
      idempotent: override.idempotent ?? readOnly,
      class: `${operation.tags[0]}.${readOnly ? 'read' : 'write'}`,
      sendsLanguage: override.sendsLanguage ?? 'language' in (operation['x-headers'] ?? {}),
      paging: withMaxPageSize(paging, parameters, body),
    };
    addResponseShape(id, response, paging);
    for (const name of [...names('path'), ...names('query'), ...names('header')]) {
      if (body.properties?.[name]) throw new Error(`${id}: "${name}" is both a parameter and a member of the body`);
    }
  }
}
for (const id of Object.keys(overrides)) if (!rows[id]) throw new Error(`overrides.yaml: unknown operation ${id}`);

/** 64-bit integers can exceed 2^53. The lossless parser returns those as text. */
const int64 = ts.factory.createUnionTypeNode([
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword),
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
]);
const types = astToString(
  await openapiTS(new URL('koodrive.openapi.yaml', here), {
    transform: (schema) => (schema.type === 'integer' && schema.format === 'int64' ? int64 : undefined),
    // A default makes a member optional in requests. It says nothing about responses.
    defaultNonNullable: false,
    silent: true,
  }),
);

/** Code 0 is the success. */
const errors = Object.fromEntries(
  errorCodes.filter((row) => row.code !== 0).map(({ code, status, retryable }) => [code, { status, retryable }]),
);

const banner =
  '// Generated by libs/koodrive/contract/generate.mjs from the contract. Do not edit: run `npm run generate`.\n';
const files = {
  'contract.ts': `${banner}\n${types}`,
  'operations.ts': `${banner}
import type { OperationRow } from '../operation.js';

export const operationTable = ${JSON.stringify(rows, null, 2)} as const satisfies Record<string, OperationRow>;
`,
  'errors.ts': `${banner}
import type { ErrorRow } from '../failure/error-row.js';

export const errorTable = ${JSON.stringify(errors, null, 2)} as const satisfies Record<string, ErrorRow>;

/** An error code of KooDrive that the contract documents. */
export type ErrorCode = keyof typeof errorTable;
`,
  'shapes.ts': `${banner}
import type { ObjectShape } from '../response/response-shape.js';

/** The responses by their operationId, and the objects in them by the name of their schema. */
export const objectShapes: Readonly<Record<string, ObjectShape>> = ${JSON.stringify(objectShapes, null, 2)};
`,
};

const options = (await prettier.resolveConfig(new URL('../../../package.json', here))) ?? {};
let isStale = false;
await mkdir(target, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const formatted = await prettier.format(text, { ...options, parser: 'typescript' });
  const file = new URL(name, target);
  if (process.argv.includes('--check')) {
    const committed = await readFile(file, 'utf8').catch(() => '');
    if (committed !== formatted) {
      isStale = true;
      console.error(`libs/koodrive/src/generated/${name} differs from the contract: run "npm run generate"`);
    }
  } else {
    await writeFile(file, formatted);
  }
}
console.log(`${Object.keys(rows).length} operations, ${Object.keys(contract.components.schemas).length} schemas`);
process.exitCode = isStale ? 1 : 0;
