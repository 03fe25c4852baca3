import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from './repository-root.js';

const execFileAsync = promisify(execFile);
const nodeModulesFolder = join(repositoryRoot, 'node_modules');
export const clientPackageName = 'koodrive-gateway-client';

/** Compiles with the TypeScript of this repository. @throws Error with the output of the compiler */
export async function compileTypeScript(folder: string, ...options: readonly string[]): Promise<void> {
  const types = ['--typeRoots', join(nodeModulesFolder, '@types')];
  const tsc = [join(nodeModulesFolder, 'typescript/bin/tsc'), ...types, ...options];
  await execFileAsync(process.execPath, tsc, { cwd: folder }).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
}

/** Builds the client into the node_modules of a project, with its dependencies. */
export async function installClient(project: string): Promise<void> {
  const clientFolder = join(repositoryRoot, 'libs/client');
  const packageFolder = join(project, 'node_modules', clientPackageName);
  await mkdir(packageFolder, { recursive: true });
  await compileTypeScript(clientFolder, '-p', 'tsconfig.json', '--outDir', join(packageFolder, 'dist'));
  await cp(join(clientFolder, 'package.json'), join(packageFolder, 'package.json'));
  await installClientDependencies(project);
}

/** Copies the packages that npm would install with the client. */
export async function installClientDependencies(project: string): Promise<void> {
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    await cp(join(nodeModulesFolder, name), join(project, 'node_modules', name), { recursive: true });
  }
}
