#!/usr/bin/env node
/**
 * Writes the two files of the client that are derived from others:
 *   src/generated/api.ts  the types of every route and schema, from docs/openapi.json (openapi-typescript)
 *   package.json          its version, from the package.json of the repository
 *
 *   node generate.mjs           writes both
 *   node generate.mjs --check   exits with 1 if a committed file differs
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';

const here = new URL('./', import.meta.url);
const description = JSON.parse(await readFile(new URL('../../docs/openapi.json', here), 'utf8'));

const types = astToString(
  // A default makes a member optional in requests. It says nothing about responses.
  await openapiTS(description, { defaultNonNullable: false, silent: true }),
);
const banner = '// Made by libs/client/generate.mjs from docs/openapi.json. Do not edit: run `npm run openapi`.\n';
const options = (await prettier.resolveConfig(new URL('../../package.json', here))) ?? {};
const manifest = JSON.parse(await readFile(new URL('package.json', here), 'utf8'));
const { version } = JSON.parse(await readFile(new URL('../../package.json', here), 'utf8'));

const files = {
  'src/generated/api.ts': await prettier.format(`${banner}\n${types}`, { ...options, parser: 'typescript' }),
  'package.json': await prettier.format(JSON.stringify({ ...manifest, version }), {
    ...options,
    parser: 'json-stringify',
  }),
};
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, here);
  if (!process.argv.includes('--check')) {
    await mkdir(new URL('./', file), { recursive: true });
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`libs/client/${name} is out of date: run "npm run openapi"`);
    process.exitCode = 1;
  }
}
