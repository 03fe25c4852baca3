import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

type PathItems = Record<string, Record<string, Record<string, unknown>>>;

/** The served document. It does not describe its own route, so `stack.call` would reject the response. */
const fetchOpenApi = async ({ url }: GatewayStack): Promise<{ paths: PathItems }> =>
  (await (await fetch(`${url}/openapi.json`)).json()) as { paths: PathItems };

describe('docs/openapi.json', () => {
  let committed: { paths: PathItems };
  let stack: GatewayStack;
  beforeAll(async () => {
    committed = JSON.parse(await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as never;
    stack = await startGatewayStack({ env: optionalModuleVariables });
  });
  afterAll(() => stack.close());

  it('is the document that the code generates with every optional module enabled (if not, run "npm run openapi")', async () => {
    expect(await fetchOpenApi(stack)).toEqual(committed);
  });

  it('marks the routes of optional modules, which are the only routes missing without configuration', async () => {
    const plain = await startGatewayStack();
    const { paths } = await fetchOpenApi(plain);
    await plain.close();
    const optional = Object.entries(committed.paths).filter(([path]) => !Object.hasOwn(paths, path));
    expect(optional.length).toBeGreaterThan(0);
    for (const [, methods] of optional) {
      for (const { 'x-off-by-default': variable, description } of Object.values(methods)) {
        expect(Object.keys(optionalModuleVariables)).toContain(variable);
        expect(description).toContain(`Off unless ${String(variable)} is set.`);
      }
    }
    for (const method of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      expect(method).not.toHaveProperty('x-off-by-default');
    }
  });

  it('has a summary, description, tag, scope, success and problem for each operation', () => {
    const incomplete: string[] = [];
    for (const [path, methods] of Object.entries(committed.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const { summary, description, tags, responses = {} } = operation as Record<string, object>;
        const statuses = Object.keys(responses);
        const isDescribed = summary && description && tags && operation['x-scope'];
        const problemCount = statuses.filter((status) => /^[45]/.test(status)).length;
        if (!isDescribed || problemCount === 0 || !statuses.some((status) => /^[23]/.test(status)))
          incomplete.push(`${method} ${path}`);
      }
    }
    expect(incomplete).toEqual([]);
  });

  it('has a unique name for each DTO class: of two classes with one name, it would contain only one', async () => {
    const folder = new URL('../../apps/gateway/src/', import.meta.url);
    const names: string[] = [];
    for (const file of await readdir(fileURLToPath(folder), { recursive: true })) {
      if (!file.endsWith('.dto.ts')) continue;
      const text = await readFile(new URL(file, folder), 'utf8');
      names.push(...[...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name = '']) => name));
    }
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
