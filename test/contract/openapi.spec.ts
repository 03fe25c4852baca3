import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { optionalModulesOn } from '../../apps/gateway/src/optional-modules.js';
import { startStack, type Stack } from '../support/stack.js';

type Routes = Record<string, Record<string, Record<string, unknown>>>;

/** As it is served. It does not describe its own route, hence not by `stack.call`. */
const described = async ({ url }: Stack): Promise<{ paths: Routes }> =>
  (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Routes };

describe('docs/openapi.json', () => {
  let committed: { paths: Routes };
  let stack: Stack;
  beforeAll(async () => {
    committed = JSON.parse(await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as never;
    stack = await startStack({ env: optionalModulesOn });
  });
  afterAll(() => stack.close());

  it('is the description that the code gives with every module on (else run "npm run openapi")', async () => {
    expect(await described(stack)).toEqual(committed);
  });

  it('marks what is off by default, and only that is missing where nothing is configured', async () => {
    const plain = await startStack();
    const { paths } = await described(plain);
    await plain.close();
    const optional = Object.entries(committed.paths).filter(([path]) => !Object.hasOwn(paths, path));
    expect(optional.length).toBeGreaterThan(0);
    for (const [, methods] of optional) {
      for (const { 'x-off-by-default': variable, description } of Object.values(methods)) {
        expect(Object.keys(optionalModulesOn)).toContain(variable);
        expect(description).toContain(`Off unless ${String(variable)} is set.`);
      }
    }
    for (const method of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      expect(method).not.toHaveProperty('x-off-by-default');
    }
  });

  it('says of each operation what it is, who may call, what it answers and which problems it can give', () => {
    const silent: string[] = [];
    for (const [path, methods] of Object.entries(committed.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const { summary, description, tags, responses = {} } = operation as Record<string, object>;
        const statuses = Object.keys(responses);
        const told = summary && description && tags && operation['x-scope'];
        const refusals = statuses.filter((status) => /^[45]/.test(status)).length;
        if (!told || refusals === 0 || !statuses.some((status) => /^[23]/.test(status)))
          silent.push(`${method} ${path}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it('has a name for each shape: of two classes with one name the description would know one', async () => {
    const folder = new URL('../../apps/gateway/src/', import.meta.url);
    const names: string[] = [];
    for (const file of await readdir(fileURLToPath(folder), { recursive: true })) {
      if (!file.endsWith('.dto.ts')) continue;
      const text = await readFile(new URL(file, folder), 'utf8');
      names.push(...[...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name = '']) => name));
    }
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
