import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readApiKeyFile } from '../../libs/callers/src/index.js';
import { type ManagedProcess, startProcess } from '../support/child-process.js';
import { startSandboxProcess } from '../support/processes.js';
import { repositoryRoot } from '../support/repository-root.js';
import { waitUntil } from '../support/wait-until.js';

jest.setTimeout(90_000);

let folder: string;
let file: string;
const processes: ManagedProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-left-files-'));
  file = join(folder, 'api-keys.json');
});
afterEach(async () => {
  for (const child of processes.splice(0)) await child.kill();
  await rm(folder, { recursive: true });
});

/** A process that is writing the file: it holds the lock until it is killed. */
async function startLockHolder(): Promise<ManagedProcess> {
  const module = pathToFileURL(resolve(repositoryRoot, 'dist/libs/callers/src/file-lock.js')).href;
  const program =
    `const { acquireFileLock } = await import(${JSON.stringify(module)});` +
    `await acquireFileLock(${JSON.stringify(`${file}.lock`)}, 1000);` +
    "console.log('ready'); setInterval(() => undefined, 1000);";
  const child = await startProcess(process.execPath, ['--input-type=module', '--eval', program]);
  processes.push(child);
  await waitUntil('the lock', () => child.output().includes('ready'));
  return child;
}

async function createKey(): Promise<{ readonly code: number | null; readonly output: string }> {
  const command = resolve(repositoryRoot, 'dist/apps/gateway/src/commands/keys.js');
  const args = ['create', '--owner', 'Reports', '--scopes', 'files:read'];
  const child = await startProcess(process.execPath, [command, ...args], { env: { API_KEYS_FILE: file } });
  processes.push(child);
  return { code: (await child.exited).code, output: child.output() };
}

describe('npm run keys', () => {
  it('waits for a process that is writing the file, and names it', async () => {
    const holder = await startLockHolder();
    const { code, output } = await createKey();
    expect(code).toBe(1);
    expect(output).toContain(`process ${holder.pid} is writing the file`);
    expect(await readFile(`${file}.lock`, 'utf8')).toMatch(new RegExp(`^${holder.pid} `));
  });

  it('replaces the lock of a process that was killed, at once', async () => {
    await (await startLockHolder()).kill();
    const { code, output } = await createKey();
    expect([code, output.startsWith('kdg_')]).toEqual([0, true]);
    expect(await readApiKeyFile(file)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['api-keys.json']);
  });
});

describe('A sandbox', () => {
  it('removes its temporary folder when it is stopped', async () => {
    const sandbox = await startSandboxProcess({ env: { TMPDIR: folder } });
    processes.push(sandbox);
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^koodrive-sandbox-/)]);
    await sandbox.stop();
    expect(await readdir(folder)).toEqual([]);
  });
});
