#!/usr/bin/env node
/**
 * Prints which operations of the contract the gateway reaches, according to its description (docs/openapi.json). It lists
 * by module the `x-koodrive-operations` of each route, then the operations that the gateway calls without a route
 * (`x-koodrive-background-operations`), then the operations whose routes are all off by default, and then the operations
 * that it does not reach. The last three lists give reasons.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Operations that no route will reach, with the reason. */
const excludedOperations = { batchFiles: 'no page of the reference describes it' };

const here = new URL('./', import.meta.url);
const contract = parse(await readFile(new URL('koodrive.openapi.yaml', here), 'utf8'));
const api = JSON.parse(await readFile(new URL('../../../docs/openapi.json', here), 'utf8'));

const all = new Map(
  Object.values(contract.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => [operation.operationId, operation]),
  ),
);
const background = api['x-koodrive-background-operations'] ?? {};
const modules = new Map();
/** For each operation the environment variables that enable its routes; undefined for a route that is always enabled. */
const variablesByOperation = new Map();
for (const route of Object.values(api.paths).flatMap((methods) => Object.values(methods))) {
  for (const operation of route['x-koodrive-operations'] ?? []) {
    const [tag = 'untagged'] = route.tags ?? [];
    modules.set(tag, (modules.get(tag) ?? new Set()).add(operation));
    variablesByOperation.set(
      operation,
      (variablesByOperation.get(operation) ?? new Set()).add(route['x-off-by-default']),
    );
  }
}

const width = Math.max(...[...modules.keys()].map((name) => name.length));
for (const [name, operations] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${name.padEnd(width)}  ${String(operations.size).padStart(3)}  ${[...operations].join(', ')}`);
}

const reached = new Set([...variablesByOperation.keys(), ...Object.keys(background)]);
const missing = [...all.keys()].filter((operation) => !reached.has(operation));
console.log(`\n${all.size - missing.length} of ${all.size} operations are reached.`);

print(
  'Called by the gateway itself, by no route:',
  Object.entries(background).map(([operation, reason]) => `${operation}: ${reason}`),
);
print('Off by default:', offByDefault());
print(
  'Not reached:',
  missing.map((operation) =>
    excludedOperations[operation] ? `${operation}: ${excludedOperations[operation]}` : operation,
  ),
);

const unknown = [...reached].filter((operation) => !all.has(operation));
if (unknown.length > 0) {
  console.error(`Not in the contract: ${unknown.join(', ')}`);
  process.exitCode = 1;
}

/** One line for each variable: the operations that are not reached without it. */
function offByDefault() {
  const off = [...variablesByOperation].filter(
    ([operation, variables]) => !variables.has(undefined) && !(operation in background),
  );
  const variables = [...new Set(off.map(([, names]) => [...names].join(' or ')))];
  return variables.map((variable) => {
    const operations = off.filter(([, names]) => [...names].join(' or ') === variable).map(([operation]) => operation);
    const reason = operations.every((operation) => all.get(operation)?.['x-whitelist-only'])
      ? ', since KooDrive serves them to allow-listed tenants only'
      : '';
    return `${operations.join(', ')}: unless ${variable} is set${reason}`;
  });
}

function print(title, lines) {
  if (lines.length > 0) console.log([title, ...lines.map((line) => `  ${line}`)].join('\n'));
}
