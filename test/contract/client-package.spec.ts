import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addFetched, compile } from '../support/client-package.js';
import { repositoryRoot } from '../support/repository-root.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(180_000);
const run = promisify(execFile);
const library = join(repositoryRoot, 'libs/client');

/** What a caller writes; compiled and run in a project that has nothing but the package. */
const program = `
import { createClient, dataOf, entries, ProblemError, read, batch } from 'koodrive-gateway-client';

const [baseUrl = '', apiKey = ''] = process.argv.slice(2);
const koodrive = createClient({ baseUrl, apiKey });
const { items } = await dataOf(koodrive.GET('/v1/spaces', { params: { query: { kind: 'individual' } } }));
const spaceId: string = items[0]!.id;
const names: string[] = [];
for await (const { name } of entries(koodrive, '/v1/spaces/{spaceId}/files', { params: { path: { spaceId } } })) names.push(name);
const { me } = await batch(koodrive, { me: read('/v1/me') });
const profile: string | undefined = me.data?.profile?.id;
const problem = await dataOf(koodrive.GET('/v1/spaces/{spaceId}', { params: { path: { spaceId: 'x' } } })).catch((e) => e);
console.log(JSON.stringify({ names, profile, code: problem instanceof ProblemError && problem.code }));
`;
/** What must not compile. */
const mistakes = `
import { createClient, dataOf, entries } from 'koodrive-gateway-client';
// @ts-expect-error two credentials
const koodrive = createClient({ baseUrl: '', apiKey: 'a', cookies: true });
// @ts-expect-error no such route
void koodrive.GET('/v1/nowhere');
// @ts-expect-error a parameter of the path is missing
void koodrive.GET('/v1/spaces/{spaceId}');
// @ts-expect-error no such field
void dataOf(koodrive.GET('/v1/me')).then(({ nothing }) => nothing);
// @ts-expect-error no list
void entries(koodrive, '/v1/me');
`;

describe('the package that callers install', () => {
  let stack: Stack;
  let project: string;
  let packed: string[];
  beforeAll(async () => {
    stack = await startStack();
    project = await mkdtemp(join(tmpdir(), 'koodrive-client-'));
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', project], { cwd: library });
    const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
      { filename: string; files: { path: string }[] },
    ];
    packed = files.map(({ path }) => path);
    const home = join(project, 'node_modules/koodrive-gateway-client');
    await mkdir(home, { recursive: true });
    await run('tar', ['-xzf', join(project, filename), '-C', home, '--strip-components', '1']);
    await addFetched(project);
    await writeFile(join(project, 'package.json'), '{"type": "module"}');
    await writeFile(join(project, 'program.ts'), program);
    await writeFile(join(project, 'mistakes.ts'), mistakes);
  });
  afterAll(async () => {
    await stack.close();
    await rm(project, { recursive: true, force: true });
  });

  it('holds what it needs and nothing else', async () => {
    expect(packed).toEqual(expect.arrayContaining(['README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']));
    expect(packed.filter((path) => /spec\.|generate\.|tsconfig|\.ts$/.test(path) && !path.endsWith('.d.ts'))).toEqual(
      [],
    );
    for (const file of (await readdir(join(library, 'dist'))).filter((name) => name.endsWith('.js'))) {
      const imports = [...(await readFile(join(library, 'dist', file), 'utf8')).matchAll(/from '([^']+)'/g)];
      expect(imports.map(([, from]) => from).filter((from) => !/^\.\/|^openapi-fetch$/.test(from ?? ''))).toEqual([]);
    }
  });

  it('needs the version of openapi-fetch that it is tested with', async () => {
    const read = async (path: string): Promise<Record<'dependencies', Record<string, string>>> =>
      JSON.parse(await readFile(path, 'utf8')) as never;
    const { dependencies } = await read(join(library, 'package.json'));
    const { dependencies: ours } = await read(join(repositoryRoot, 'package.json'));
    expect(dependencies['openapi-fetch']).toBe(ours['openapi-fetch']);
  });

  it('compiles and works in a project of its own, and does not compile where it is used wrongly', async () => {
    const flags = '--strict --target es2023 --module nodenext --skipLibCheck false --types node --outDir out';
    await compile(project, ...flags.split(' '), 'program.ts', 'mistakes.ts');
    const { stdout } = await run(process.execPath, ['out/program.js', stack.url, stack.key], { cwd: project });
    const found = JSON.parse(stdout) as { names: string[]; profile: string; code: string };
    expect(found).toMatchObject({ profile: stack.userId, code: 'not-found' });
    expect(found.names).toContain('trip.zip');
  });

  it('has the types of the API as it is described (else run "npm run openapi")', async () => {
    await run(process.execPath, [join(library, 'generate.mjs'), '--check']);
  });
});
