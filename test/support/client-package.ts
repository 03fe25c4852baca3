import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from './repository-root.js';

const run = promisify(execFile);
const modules = join(repositoryRoot, 'node_modules');
export const clientPackage = 'koodrive-gateway-client';
/** Compiles with this repository's TypeScript. @throws Error with what the compiler says */
export async function compile(folder: string, ...options: readonly string[]): Promise<void> {
  const types = ['--typeRoots', join(modules, '@types')];
  const tsc = [join(modules, 'typescript/bin/tsc'), ...types, ...options];
  await run(process.execPath, tsc, { cwd: folder }).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
}

/** Puts the client, built now, into a project's node_modules with what it needs. */
export async function installClient(project: string): Promise<void> {
  const library = join(repositoryRoot, 'libs/client');
  const home = join(project, 'node_modules', clientPackage);
  await mkdir(home, { recursive: true });
  await compile(library, '-p', 'tsconfig.json', '--outDir', join(home, 'dist'));
  await cp(join(library, 'package.json'), join(home, 'package.json'));
  await addFetched(project);
}

/** Adds what npm would fetch with the client: its dependency, and what that needs. */
export async function addFetched(project: string): Promise<void> {
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    await cp(join(modules, name), join(project, 'node_modules', name), { recursive: true });
  }
}
