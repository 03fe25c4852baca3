import { describe, expect, it } from '@jest/globals';
import { ESLint, type Linter } from 'eslint';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { allowedLibraryImports } from '../../libs/boundaries.eslint.mjs';

const root = resolve(import.meta.dirname, '../..');
// The linted files do not exist, so rules that need type information are disabled, except the naming convention.
const { rules } = (await new ESLint({ cwd: root }).calculateConfigForFile(
  resolve(root, 'libs/store/src/store.ts'),
)) as {
  rules: Linter.RulesRecord;
};
const namingRule = '@typescript-eslint/naming-convention';
const untypedConfig = [
  tseslint.configs.disableTypeChecked,
  { rules: { [namingRule]: rules[namingRule] } },
] as Linter.Config[];
const eslint = new ESLint({ cwd: root, overrideConfig: untypedConfig });

/** The distinct rules that a source text violates, with their messages. The file does not have to exist. */
async function lintMessages(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: resolve(root, path) });
  return [...new Set((result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`))];
}
const buildImportSource = (target: string): string => `import { thing } from '${target}';\nthing();\n`;

describe('the import boundaries', () => {
  it.each(Object.entries(allowedLibraryImports))(
    'allow libs/%s to import only the libraries in its list',
    async (name, allowed) => {
      for (const other of Object.keys(allowedLibraryImports).filter((each) => each !== name)) {
        const messages = await lintMessages(`libs/${name}/src/imagined.ts`, buildImportSource(`#${other}`));
        expect({ other, rejected: messages.some((message) => message.startsWith('boundaries/imports')) }).toEqual({
          other,
          rejected: !allowed.includes(other),
        });
      }
    },
  );

  it('have no cycle', () => {
    const visit = (name: string, path: string[]): void => {
      expect(path).not.toContain(name);
      for (const imported of allowedLibraryImports[name] ?? []) visit(imported, [...path, name]);
    };
    for (const name of Object.keys(allowedLibraryImports)) visit(name, []);
  });

  it.each([
    ['a path into another library', 'libs/cache/src/imagined.ts', '../../store/src/memory-store.js'],
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
    ['the service of a related resource', 'apps/gateway/src/me/imagined.ts', '../spaces/spaces.service.js'],
    ['a related resource in the opposite direction', 'apps/gateway/src/spaces/imagined.ts', '../me/me.dto.js'],
    ['a resource folder, from http', 'apps/gateway/src/http/imagined.ts', '../spaces/spaces.dto.js'],
    ['a resource folder, from upstream', 'apps/gateway/src/upstream/imagined.ts', '../spaces/spaces.dto.js'],
    ['http, from upstream', 'apps/gateway/src/upstream/imagined.ts', '../http/input/page.js'],
    ['a resource folder, from composition', 'apps/gateway/src/composition/imagined.ts', '../spaces/spaces.dto.js'],
    ['composition, from a resource', 'apps/gateway/src/files/imagined.ts', '../composition/app-context.js'],
    ['the top of the gateway, from a resource', 'apps/gateway/src/files/imagined.ts', '../gateway.module.js'],
  ])('reject %s', async (_what, path, target) => {
    expect(await lintMessages(path, buildImportSource(target))).toEqual([
      expect.stringMatching(/^boundaries\/imports: /),
    ]);
  });

  it.each([
    ['a file of the same library', 'libs/cache/src/imagined.ts', './cache-key.js'],
    ['test support, from a spec', 'libs/store/src/imagined.spec.ts', '../../../test/support/redis.js'],
    ['a package', 'libs/cache/src/imagined.ts', 'ioredis'],
    ['the axios module of Nest, from the upstream client', 'libs/koodrive/src/imagined.ts', '@nestjs/axios'],
    ['http, from a resource', 'apps/gateway/src/files/imagined.ts', '../http/input/page.js'],
    ['the calls of a related resource', 'apps/gateway/src/me/imagined.ts', '../spaces/spaces.upstream.js'],
    ['upstream, from a resource', 'apps/gateway/src/files/imagined.ts', '../upstream/required.js'],
    ['http, from composition', 'apps/gateway/src/composition/imagined.ts', '../http/endpoint.js'],
    ['composition, from commands', 'apps/gateway/src/commands/imagined.ts', '../composition/app-context.js'],
    ['a library, from a resource', 'apps/gateway/src/files/imagined.ts', '#koodrive'],
    ['a resource folder, from the top of the gateway', 'apps/gateway/src/gateway.module.ts', './files/files.module.js'],
    ['a file of the same resource', 'apps/gateway/src/files/deep/imagined.ts', '../files.dto.js'],
  ])('allow %s', async (_what, path, target) => {
    expect(await lintMessages(path, buildImportSource(target))).toEqual([]);
  });

  it.each([
    ['import()', "await import('#cache');"],
    ['export from', "export { thing } from '#cache';"],
    ['export *', "export * from '#cache';"],
    ['import type', "import type { Thing } from '#cache';\nexport type Other = Thing;"],
    ['a type by import()', "export type Other = import('#cache').Thing;"],
    ['a bare import', "import '#cache';"],
  ])('also apply to %s', async (_what, text) => {
    expect(await lintMessages('libs/store/src/imagined.ts', `${text}\n`)).toEqual([
      expect.stringMatching(/^boundaries\/imports: /),
    ]);
  });
});

describe('the other lint rules', () => {
  const controller = 'apps/gateway/src/files/files.controller.ts';

  it.each([
    ["import type { ListQuery } from './files.dto.js';\nexport type Q = ListQuery;\n"],
    ["import { type ListQuery } from './files.dto.js';\nexport type Q = ListQuery;\n"],
    ["import { type PageQuery } from '../http/input/page.js';\nexport type Q = PageQuery;\n"],
    ["import type { DriveFile as F } from './files.dto.js';\nexport type Q = F;\n"],
  ])('reject a type-only import of a DTO in a controller: %j', async (text) => {
    expect(await lintMessages(controller, text)).toEqual([expect.stringMatching(/^no-restricted-syntax: .*validated/)]);
  });

  it('allow a type-only import of an interface in a controller, and of a DTO in a mapper', async () => {
    const text = "import type { BoundClient } from '#koodrive';\nexport type Q = BoundClient;\n";
    expect(await lintMessages(controller, text)).toEqual([]);
    const dto = "import type { DriveFile } from './files.dto.js';\nexport type Q = DriveFile;\n";
    expect(await lintMessages('apps/gateway/src/files/files.upstream.ts', dto)).toEqual([]);
  });

  it.each([
    [
      'the environment',
      'libs/store/src/imagined.ts',
      'export const home = process.env.HOME;\n',
      'no-restricted-properties',
    ],
    [
      'the environment, destructured',
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
    [
      'ArrayUnique of class-validator',
      'apps/gateway/src/files/imagined.ts',
      "import { ArrayUnique } from 'class-validator';\nArrayUnique();\n",
      'no-restricted-imports',
    ],
    [
      'the address that Fastify takes from the headers',
      'apps/gateway/src/files/imagined.ts',
      'export const f = (request: { ip: string }) => request.ip;\n',
      'no-restricted-properties',
    ],
    [
      'the address that Fastify takes from the headers, destructured',
      'apps/gateway/src/files/imagined.ts',
      'export const f = ({ ip: address }: { ip: string }) => address;\n',
      'no-restricted-properties',
    ],
    ['console output', 'libs/store/src/imagined.ts', "console.log('x');\n", 'no-console'],
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
    ['a file called utils', 'libs/store/src/utils.ts', 'export const a = 1;\n', 'boundaries/names'],
    ['a folder called shared', 'apps/gateway/src/shared/page.ts', 'export const a = 1;\n', 'boundaries/names'],
    [
      'a long function',
      'libs/store/src/imagined.ts',
      `export function f() {\n${'  f();\n'.repeat(60)}}\n`,
      'max-lines-per-function',
    ],
    ['a long file', 'libs/store/src/imagined.ts', 'export {};\n'.repeat(301), 'max-lines'],
    [
      'a conditional spread in an object',
      'libs/store/src/imagined.ts',
      'export const f = (a?: number) => ({ ...(a !== undefined && { a }) });\n',
      'no-restricted-syntax',
    ],
    [
      'a #private name',
      'libs/store/src/imagined.ts',
      'export class A {\n  #a = 1;\n  get a() {\n    return this.#a;\n  }\n}\n',
      'no-restricted-syntax',
    ],
  ])('reject %s', async (_what, path, text, rule) => {
    expect(await lintMessages(path, text)).toEqual([expect.stringMatching(new RegExp(`^${rule}: `))]);
  });

  it.each([
    ['the environment in libs/config', 'libs/config/src/imagined.ts', 'export const home = process.env.HOME;\n'],
    ['console output at an entry point', 'apps/gateway/src/main.ts', "console.log('x');\n"],
    ['a decorator in PascalCase', 'apps/gateway/src/http/imagined.ts', 'export function Cached() {\n  return 1;\n}\n'],
  ])('allow %s', async (_what, path, text) => {
    expect(await lintMessages(path, text)).toEqual([]);
  });
});
