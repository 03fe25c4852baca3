#!/usr/bin/env node
/**
 * Counts which operations of the contract the gateway's API reaches, by the `x-koodrive-operations` of its description
 * (docs/openapi.json): by module, then what is left, each with the reason where there is one.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Operations that no route will reach, and why. */
const leftOut = { batchFiles: 'no page of the reference describes it' };

const here = new URL('./', import.meta.url);
const contract = parse(await readFile(new URL('koodrive.openapi.yaml', here), 'utf8'));
const api = JSON.parse(await readFile(new URL('../../../docs/openapi.json', here), 'utf8'));

const all = Object.values(contract.paths).flatMap((methods) => Object.values(methods).map((each) => each.operationId));
const modules = new Map();
const unknown = new Set();
for (const route of Object.values(api.paths).flatMap((methods) => Object.values(methods))) {
  for (const operation of route['x-koodrive-operations'] ?? []) {
    if (!all.includes(operation)) unknown.add(operation);
    const [tag = 'untagged'] = route.tags ?? [];
    modules.set(tag, (modules.get(tag) ?? new Set()).add(operation));
  }
}

const reached = new Set([...modules.values()].flatMap((operations) => [...operations]));
const width = Math.max(...[...modules.keys()].map((name) => name.length));
for (const [name, operations] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${name.padEnd(width)}  ${String(operations.size).padStart(3)}  ${[...operations].join(', ')}`);
}
const missing = all.filter((operation) => !reached.has(operation));
console.log(`\n${reached.size} of ${all.length} operations are reached.`);
if (missing.length > 0) {
  console.log('Not reached:');
  for (const operation of missing) console.log(`  ${operation}${leftOut[operation] ? `: ${leftOut[operation]}` : ''}`);
}
if (unknown.size > 0) {
  console.error(`Not in the contract: ${[...unknown].join(', ')}`);
  process.exitCode = 1;
}
