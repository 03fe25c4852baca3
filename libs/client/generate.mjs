#!/usr/bin/env node
/**
 * Reads docs/openapi.json and writes src/generated/api.ts: the types of every route and schema (openapi-typescript).
 *
 *   node generate.mjs           write it
 *   node generate.mjs --check   exit with 1 when what is committed differs from what the description gives
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';

const here = new URL('./', import.meta.url);
const target = new URL('src/generated/api.ts', here);
const description = JSON.parse(await readFile(new URL('../../docs/openapi.json', here), 'utf8'));

const types = astToString(
  // A default makes a member optional for the sender, and nothing is promised of the answer.
  await openapiTS(description, { defaultNonNullable: false, silent: true }),
);
const banner = '// Made by libs/client/generate.mjs from docs/openapi.json. Do not edit: run `npm run openapi`.\n';
const options = (await prettier.resolveConfig(new URL('../../package.json', here))) ?? {};
const text = await prettier.format(`${banner}\n${types}`, { ...options, parser: 'typescript' });

if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    console.error('libs/client/src/generated/api.ts differs from docs/openapi.json: run "npm run openapi"');
    process.exitCode = 1;
  }
} else {
  await mkdir(new URL('./', target), { recursive: true });
  await writeFile(target, text);
}
