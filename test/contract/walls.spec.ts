import { describe, expect, it } from '@jest/globals';
import { ESLint, type Linter } from 'eslint';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { floors } from '../../libs/walls.eslint.mjs';

const root = resolve(import.meta.dirname, '../..');
// The files are imagined, and TypeScript knows nothing of them: of the rules that may ask for types, only naming is kept.
const { rules } = (await new ESLint({ cwd: root }).calculateConfigForFile(
  resolve(root, 'libs/store/src/store.ts'),
)) as {
  rules: Linter.RulesRecord;
};
const naming = '@typescript-eslint/naming-convention';
const untyped = [tseslint.configs.disableTypeChecked, { rules: { [naming]: rules[naming] } }] as Linter.Config[];
const eslint = new ESLint({ cwd: root, overrideConfig: untyped });

/** The rules that an imagined file breaks, with their messages, each once. */
async function faults(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: resolve(root, path) });
  return [...new Set((result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`))];
}
const importing = (target: string): string => `import { thing } from '${target}';\nthing();\n`;

describe('the walls between libraries', () => {
  it.each(Object.entries(floors))('libs/%s imports the libraries below it and no other', async (name, allowed) => {
    for (const other of Object.keys(floors).filter((each) => each !== name)) {
      const found = await faults(`libs/${name}/src/imagined.ts`, importing(`#${other}`));
      expect({ other, refused: found.some((fault) => fault.startsWith('walls/rooms')) }).toEqual({
        other,
        refused: !allowed.includes(other),
      });
    }
  });

  it('make no circle', () => {
    const seen = (name: string, path: string[]): void => {
      expect(path).not.toContain(name);
      for (const below of floors[name] ?? []) seen(below, [...path, name]);
    };
    for (const name of Object.keys(floors)) seen(name, []);
  });

  it.each([
    ['a path into another library', 'libs/cache/src/imagined.ts', '../../store/src/memory.js'],
    ['an app, from a library', 'libs/cache/src/imagined.ts', '../../../apps/gateway/src/main.js'],
    ['an app, from a spec of a library', 'libs/cache/src/imagined.spec.ts', '../../../apps/gateway/src/main.js'],
    ['test support, outside specs', 'libs/cache/src/imagined.ts', '../../../test/support/redis.js'],
    ['the root of the repository', 'libs/cache/src/imagined.ts', '../../../eslint.config.mjs'],
    ['Node, from the client that callers install', 'libs/client/src/imagined.ts', 'node:fs'],
    ['another package, from the client that callers install', 'libs/client/src/imagined.ts', 'undici'],
    ['Nest, from the upstream client', 'libs/koodrive/src/imagined.ts', '@nestjs/common'],
    [
      'a path into a library, from the gateway',
      'apps/gateway/src/http/imagined.ts',
      '../../../../libs/store/src/index.js',
    ],
    ['a library, from the sandbox', 'apps/sandbox/src/imagined.ts', '#store'],
    ['a path into a library, from the sandbox', 'apps/sandbox/src/imagined.ts', '../../../libs/store/src/index.js'],
    ['the gateway, from the sandbox', 'apps/sandbox/src/imagined.ts', '../../gateway/src/main.js'],
    ['the sandbox, from the gateway', 'apps/gateway/src/imagined.ts', '../../sandbox/src/main.js'],
    ['another resource folder', 'apps/gateway/src/files/imagined.ts', '../spaces/spaces.upstream.js'],
    ['another resource folder, from deeper', 'apps/gateway/src/files/deep/imagined.ts', '../../spaces/spaces.dto.js'],
    [
      'the service of a resource whose entries are shown',
      'apps/gateway/src/me/imagined.ts',
      '../spaces/spaces.service.js',
    ],
    ['the way back from a resource that is shown', 'apps/gateway/src/spaces/imagined.ts', '../me/me.dto.js'],
    ['a resource folder, from http', 'apps/gateway/src/http/imagined.ts', '../spaces/spaces.dto.js'],
    ['a resource folder, from the way up', 'apps/gateway/src/upstream/imagined.ts', '../spaces/spaces.dto.js'],
    ['the top of the gateway, from a resource', 'apps/gateway/src/files/imagined.ts', '../gateway.module.js'],
  ])('refuse %s', async (_what, path, target) => {
    expect(await faults(path, importing(target))).toEqual([expect.stringMatching(/^walls\/rooms: /)]);
  });

  it.each([
    ['a file of the same library', 'libs/cache/src/imagined.ts', './key.js'],
    ['test support, from a spec', 'libs/store/src/imagined.spec.ts', '../../../test/support/redis.js'],
    ['a package', 'libs/cache/src/imagined.ts', 'ioredis'],
    ['the axios module of Nest, from the upstream client', 'libs/koodrive/src/imagined.ts', '@nestjs/axios'],
    ['http, from a resource', 'apps/gateway/src/files/imagined.ts', '../http/page.js'],
    [
      'the calls of a resource whose entries are shown',
      'apps/gateway/src/me/imagined.ts',
      '../spaces/spaces.upstream.js',
    ],
    ['the way up, from a resource', 'apps/gateway/src/files/imagined.ts', '../upstream/bound-client.js'],
    ['a library, from a resource', 'apps/gateway/src/files/imagined.ts', '#koodrive'],
    ['a resource folder, from the top of the gateway', 'apps/gateway/src/gateway.module.ts', './files/files.module.js'],
    ['a file of the same resource', 'apps/gateway/src/files/deep/imagined.ts', '../files.dto.js'],
  ])('let through %s', async (_what, path, target) => {
    expect(await faults(path, importing(target))).toEqual([]);
  });

  it.each([
    ['import()', "await import('#cache');"],
    ['export from', "export { thing } from '#cache';"],
    ['export *', "export * from '#cache';"],
    ['import type', "import type { Thing } from '#cache';\nexport type Other = Thing;"],
    ['a type by import()', "export type Other = import('#cache').Thing;"],
    ['a bare import', "import '#cache';"],
  ])('hold against %s too', async (_what, text) => {
    expect(await faults('libs/store/src/imagined.ts', `${text}\n`)).toEqual([expect.stringMatching(/^walls\/rooms: /)]);
  });
});

describe('the other rules of the house', () => {
  const controller = 'apps/gateway/src/files/files.controller.ts';

  it.each([
    ["import type { ListQuery } from './files.dto.js';\nexport type Q = ListQuery;\n"],
    ["import { type ListQuery } from './files.dto.js';\nexport type Q = ListQuery;\n"],
    ["import { type PageQuery } from '../http/page.js';\nexport type Q = PageQuery;\n"],
    ["import type { FileDto as F } from '../http/page.js';\nexport type Q = F;\n"],
  ])('a controller does not import a DTO as a type: %j', async (text) => {
    expect(await faults(controller, text)).toEqual([expect.stringMatching(/^no-restricted-syntax: .*validated/)]);
  });

  it('a controller imports an interface as a type, and a mapper may do so with a DTO', async () => {
    const text = "import type { BoundClient } from '#koodrive';\nexport type Q = BoundClient;\n";
    expect(await faults(controller, text)).toEqual([]);
    const dto = "import type { FileDto } from './files.dto.js';\nexport type Q = FileDto;\n";
    expect(await faults('apps/gateway/src/files/files.upstream.ts', dto)).toEqual([]);
  });

  it.each([
    [
      'the environment',
      'libs/store/src/imagined.ts',
      'export const home = process.env.HOME;\n',
      'no-restricted-properties',
    ],
    [
      'the environment, taken apart',
      'libs/store/src/imagined.ts',
      'export const { env } = process;\n',
      'no-restricted-properties',
    ],
    [
      'the environment, imported',
      'libs/store/src/imagined.ts',
      "import { env } from 'node:process';\nexport const home = env.HOME;\n",
      'no-restricted-imports',
    ],
    ['printing', 'libs/store/src/imagined.ts', "console.log('x');\n", 'no-console'],
    ['any', 'libs/store/src/imagined.ts', 'export const thing: any = 1;\n', '@typescript-eslint/no-explicit-any'],
    [
      'an I prefix',
      'libs/store/src/imagined.ts',
      'export interface IThing {\n  a: 1;\n}\n',
      '@typescript-eslint/naming-convention',
    ],
    [
      'a snake_case name',
      'libs/store/src/imagined.ts',
      'export const some_name = 1;\n',
      '@typescript-eslint/naming-convention',
    ],
    ['a file called utils', 'libs/store/src/utils.ts', 'export const a = 1;\n', 'walls/names'],
    ['a folder called shared', 'apps/gateway/src/shared/page.ts', 'export const a = 1;\n', 'walls/names'],
    [
      'a long function',
      'libs/store/src/imagined.ts',
      `export function f() {\n${'  f();\n'.repeat(60)}}\n`,
      'max-lines-per-function',
    ],
    ['a long file', 'libs/store/src/imagined.ts', 'export {};\n'.repeat(301), 'max-lines'],
  ])('refuse %s', async (_what, path, text, rule) => {
    expect(await faults(path, text)).toEqual([expect.stringMatching(new RegExp(`^${rule}: `))]);
  });

  it.each([
    ['the environment in libs/config', 'libs/config/src/imagined.ts', 'export const home = process.env.HOME;\n'],
    ['printing at an entry point', 'apps/gateway/src/main.ts', "console.log('x');\n"],
    ['a decorator in PascalCase', 'apps/gateway/src/http/imagined.ts', 'export function Cached() {\n  return 1;\n}\n'],
  ])('let through %s', async (_what, path, text) => {
    expect(await faults(path, text)).toEqual([]);
  });
});
