#!/usr/bin/env node
/**
 * Reads koodrive.openapi.yaml and overrides.yaml and writes, under ../src/generated/:
 *   contract.ts    the types of every operation and schema (openapi-typescript)
 *   operations.ts  the operation table (see ../src/operation.ts for the meaning of each column)
 *   errors.ts      the error codes of errors.yaml (see ../src/errors.ts)
 *
 *   node generate.mjs           write all
 *   node generate.mjs --check   exit with 1 when what is committed differs from what the contract gives
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

function credentials(operation) {
  const headers = operation['x-headers'] ?? {};
  if (!headers.Authorization) return ['none'];
  if (operation['x-auth'] === 'app token') return ['app-token'];
  if (operation['x-app-auth'] === false || !headers['X-User-Id']) return ['session'];
  return ['session', 'signature'];
}

const membersOf = (answer) => Object.keys(answer.properties ?? {}).filter((name) => name !== 'code' && name !== 'msg');

/** `data` and `list` when the answer holds nothing else beside code and msg, else `flat`. */
function envelope(answer) {
  const members = membersOf(answer);
  return members.length === 1 && (members[0] === 'data' || members[0] === 'list') ? members[0] : 'flat';
}

/** Where integers of 64 bits stand in a body, as `member`, `member.member` or `member[].member`. */
function longIntegers(schema, place = '') {
  const node = resolve(schema);
  if (node.type === 'integer') return node.format === 'int64' ? [place] : [];
  if (node.type === 'array') return longIntegers(node.items, `${place}[]`);
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) =>
    longIntegers(member, place ? `${place}.${name}` : name),
  );
}

function isRequired(place, name, parameters, body) {
  if (place === 'query') return parameters.some((p) => p.name === name && p.required);
  const node = place === 'body' ? body : resolve(body.properties.pageInfo);
  return node.required?.includes(name) ?? false;
}

function paging(parameters, body, answer) {
  const properties = answer.properties ?? {};
  const lists = Object.keys(properties).filter((name) => resolve(properties[name]).type === 'array');
  if (lists.length === 0) return null;
  const items = lists[0];
  const total = properties.total ? { total: 'total' } : {};
  const next = ['nextCursor', 'nextPageCursor'].find((name) => properties[name]);
  const query = Object.fromEntries(parameters.filter((p) => p.in === 'query').map((p) => [p.name, resolve(p.schema)]));
  const bodyProperties = body.properties ?? {};
  const pageInfo = bodyProperties.pageInfo && resolve(bodyProperties.pageInfo).properties;
  for (const [place, fields] of [
    ['query', query],
    ['body', bodyProperties],
    ['pageInfo', pageInfo ?? {}],
  ]) {
    if (fields.offset && fields.limit) {
      const text = resolve(fields.offset).type === 'string';
      return { style: 'offset', in: place, size: 'limit', offset: 'offset', text, items, ...total };
    }
    const cursor = ['pageCursor', 'cursor'].find((name) => fields[name]);
    if (cursor && next) {
      const size = ['pageSize', 'limit', 'count'].find((name) => fields[name]);
      const more = properties.hasMore ? { more: 'hasMore' } : {};
      const first = isRequired(place, cursor, parameters, body) ? { first: '' } : {};
      return { style: 'cursor', in: place, ...(size && { size }), cursor, next, ...first, items, ...total, ...more };
    }
  }
  return null;
}

function maximumPage(row, parameters, body) {
  if (!row?.size) return row;
  const fields =
    row.in === 'query'
      ? Object.fromEntries(parameters.map((p) => [p.name, p.schema]))
      : row.in === 'body'
        ? body.properties
        : resolve(body.properties.pageInfo).properties;
  return { ...row, most: resolve(fields[row.size]).maximum ?? 100 };
}

const rows = {};
for (const [path, methods] of Object.entries(contract.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const id = operation.operationId;
    const override = overrides[id] ?? {};
    if (overrides[id] && !override.reason) throw new Error(`overrides.yaml: ${id} has no reason`);
    const parameters = operation.parameters ?? [];
    const body = jsonSchema(operation.requestBody?.content);
    const answer = jsonSchema(operation.responses['200']?.content);
    const names = (place) => parameters.filter((p) => p.in === place).map((p) => p.name);
    const readOnly = override.readOnly ?? operation['x-read-only'] === true;
    const found = paging(parameters, body, answer);
    const page = override.paging ? { ...(found?.style === override.paging.style && found), ...override.paging } : found;
    rows[id] = {
      method: method.toUpperCase(),
      path,
      parameters: { path: names('path'), query: names('query'), header: names('header') },
      body: operation.requestBody ? Object.keys(body.properties ?? {}) : null,
      longIntegers: longIntegers(body),
      credentials: override.credentials ?? credentials(operation),
      envelope: envelope(answer),
      answer: membersOf(answer),
      // What is inferred from an example alone may be missing: the page's table is the promise.
      coded:
        override.coded ??
        ('code' in (answer.properties ?? {}) && answer.properties.code['x-confidence'] !== 'inferred'),
      bare: override.bare ?? false,
      readOnly,
      repeatable: override.repeatable ?? readOnly,
      class: `${operation.tags[0]}.${readOnly ? 'read' : 'write'}`,
      language: override.language ?? 'language' in (operation['x-headers'] ?? {}),
      paging: maximumPage(page, parameters, body),
    };
    for (const name of [...names('path'), ...names('query'), ...names('header')]) {
      if (body.properties?.[name]) throw new Error(`${id}: "${name}" is both a parameter and a member of the body`);
    }
  }
}
for (const id of Object.keys(overrides)) if (!rows[id]) throw new Error(`overrides.yaml: unknown operation ${id}`);

/** Integers of 64 bits may pass 2^53; the lossless parser hands those over as text. */
const int64 = ts.factory.createUnionTypeNode([
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword),
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
]);
const types = astToString(
  await openapiTS(new URL('koodrive.openapi.yaml', here), {
    transform: (schema) => (schema.type === 'integer' && schema.format === 'int64' ? int64 : undefined),
    // A default makes a member optional for the sender, and nothing is promised of the answer.
    defaultNonNullable: false,
    silent: true,
  }),
);

const errors = Object.fromEntries(
  errorCodes
    .filter((row) => row.code !== 0)
    .map(({ code, status, name, retryable }) => [code, { status, symbol: name ?? null, retryable }]),
);

const banner =
  '// Made by libs/koodrive/contract/generate.mjs from the contract. Do not edit: run `npm run generate`.\n';
const files = {
  'contract.ts': `${banner}\n${types}`,
  'operations.ts': `${banner}
import type { OperationRow } from '../operation.js';

export const operationTable = ${JSON.stringify(rows, null, 2)} as const satisfies Record<string, OperationRow>;
`,
  'errors.ts': `${banner}
import type { ErrorRow } from '../failure/error-row.js';

export const errorTable: Readonly<Record<string, ErrorRow>> = ${JSON.stringify(errors, null, 2)};
`,
};

const options = (await prettier.resolveConfig(new URL('../../../package.json', here))) ?? {};
let drift = false;
await mkdir(target, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const formatted = await prettier.format(text, { ...options, parser: 'typescript' });
  const file = new URL(name, target);
  if (process.argv.includes('--check')) {
    const committed = await readFile(file, 'utf8').catch(() => '');
    if (committed !== formatted) {
      drift = true;
      console.error(`libs/koodrive/src/generated/${name} differs from the contract: run "npm run generate"`);
    }
  } else {
    await writeFile(file, formatted);
  }
}
console.log(`${Object.keys(rows).length} operations, ${Object.keys(contract.components.schemas).length} schemas`);
process.exitCode = drift ? 1 : 0;
