import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { installClientDependencies, compileTypeScript } from '../support/client-package.js';
import { repositoryRoot } from '../support/repository-root.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

jest.setTimeout(180_000);
const execFileAsync = promisify(execFile);
const clientFolder = join(repositoryRoot, 'libs/client');

/** The program of a caller. It is compiled and run in a project that has only the package. */
const programSource = `
import { createClient, dataOf, entries, ProblemError, read, batch } from 'koodrive-gateway-client';

const { BASE_URL: baseUrl = '', API_KEY: apiKey = '' } = process.env;
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
/** Calls that must not compile. */
const invalidProgramSource = `
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

describe('the client package', () => {
  let stack: GatewayStack;
  let project: string;
  let packedFiles: string[];
  beforeAll(async () => {
    stack = await startGatewayStack();
    project = await mkdtemp(join(tmpdir(), 'koodrive-client-'));
    const { stdout } = await execFileAsync('npm', ['pack', '--json', '--pack-destination', project], {
      cwd: clientFolder,
    });
    const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
      { filename: string; files: { path: string }[] },
    ];
    packedFiles = files.map(({ path }) => path);
    const packageFolder = join(project, 'node_modules/koodrive-gateway-client');
    await mkdir(packageFolder, { recursive: true });
    await execFileAsync('tar', ['-xzf', join(project, filename), '-C', packageFolder, '--strip-components', '1']);
    await installClientDependencies(project);
    await writeFile(join(project, 'package.json'), '{"type": "module"}');
    await writeFile(join(project, 'program.ts'), programSource);
    await writeFile(join(project, 'mistakes.ts'), invalidProgramSource);
  });
  afterAll(async () => {
    await stack.close();
    await rm(project, { recursive: true, force: true });
  });

  it('contains the files that it needs, and no others', async () => {
    expect(packedFiles).toEqual(
      expect.arrayContaining(['README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']),
    );
    expect(
      packedFiles.filter((path) => /spec\.|generate\.|tsconfig|\.ts$/.test(path) && !path.endsWith('.d.ts')),
    ).toEqual([]);
    for (const file of (await readdir(join(clientFolder, 'dist'))).filter((name) => name.endsWith('.js'))) {
      const imports = [...(await readFile(join(clientFolder, 'dist', file), 'utf8')).matchAll(/from '([^']+)'/g)];
      expect(imports.map(([, from]) => from).filter((from) => !/^\.\/|^openapi-fetch$/.test(from ?? ''))).toEqual([]);
    }
  });

  it('depends on the version of openapi-fetch with which it is tested', async () => {
    const readPackage = async (path: string): Promise<Record<'dependencies', Record<string, string>>> =>
      JSON.parse(await readFile(path, 'utf8')) as never;
    const { dependencies } = await readPackage(join(clientFolder, 'package.json'));
    const { dependencies: rootDependencies } = await readPackage(join(repositoryRoot, 'package.json'));
    expect(dependencies['openapi-fetch']).toBe(rootDependencies['openapi-fetch']);
  });

  it('compiles and works in a separate project, and does not compile when it is used wrongly', async () => {
    const flags = '--strict --target es2023 --module nodenext --skipLibCheck false --types node --outDir out';
    await compileTypeScript(project, ...flags.split(' '), 'program.ts', 'mistakes.ts');
    const { stdout } = await execFileAsync(process.execPath, ['out/program.js'], {
      cwd: project,
      env: { ...process.env, BASE_URL: stack.url, API_KEY: stack.key },
    });
    const output = JSON.parse(stdout) as { names: string[]; profile: string; code: string };
    expect(output).toMatchObject({ profile: stack.userId, code: 'not-found' });
    expect(output.names).toContain('trip.zip');
  });

  it('has the types of the OpenAPI description (if not, run "npm run openapi")', async () => {
    await execFileAsync(process.execPath, [join(clientFolder, 'generate.mjs'), '--check']);
  });
});
