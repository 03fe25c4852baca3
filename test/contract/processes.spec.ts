import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../support/ports.js';
import { startNodeProcess, type ServiceProcess } from '../support/processes.js';

const folders: string[] = [];
const services: ServiceProcess[] = [];
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.kill()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function writeProgram(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-process-'));
  folders.push(folder);
  const file = join(folder, 'main.mjs');
  await writeFile(file, text);
  return file;
}
const buildServerSource = (listener: string): string =>
  `import { createServer } from 'node:http';
   console.log('starting');
   createServer(${listener}).listen(process.env.PORT, '127.0.0.1');`;
async function startProgram(text: string): Promise<ServiceProcess> {
  const port = await findFreePort();
  const service = await startNodeProcess(await writeProgram(text), port, {
    readyPath: '/ready',
    env: { PORT: String(port) },
  });
  services.push(service);
  return service;
}

describe('startNodeProcess', () => {
  it('resolves when the process is ready, not when it listens', async () => {
    const service = await startProgram(
      buildServerSource(
        `(req, res) => { globalThis.calls = (globalThis.calls ?? 0) + 1; res.statusCode = calls > 2 ? 200 : 503; res.end(String(calls)); }`,
      ),
    );
    expect(Number(await (await fetch(service.url)).text())).toBe(4);
    expect(service.output()).toContain('starting');
  });

  it('stops the process with SIGTERM', async () => {
    const service = await startProgram(buildServerSource('(req, res) => res.end()'));
    expect(await service.stop()).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('kills a process that ignores SIGTERM, and stops a frozen process', async () => {
    const ignoresSigterm = await startProgram(
      `process.on('SIGTERM', () => console.log('no'));${buildServerSource('(req, res) => res.end()')}`,
    );
    expect(await ignoresSigterm.stop(100)).toEqual({ code: null, signal: 'SIGKILL' });
    const frozen = await startProgram(buildServerSource('(req, res) => res.end()'));
    frozen.signal('SIGSTOP');
    expect(await frozen.stop()).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('rejects with the exit code and the output if the process exits at once', async () => {
    await expect(startProgram(`console.error('no key'); process.exit(3);`)).rejects.toThrow(/"code":3[^]*no key/);
  });

  it('passes only the given environment to the process', async () => {
    process.env.KOODRIVE_APP_SECRET = 'leak';
    const service = await startProgram(buildServerSource('(req, res) => res.end(JSON.stringify(process.env))'));
    delete process.env.KOODRIVE_APP_SECRET;
    expect(await (await fetch(service.url)).text()).not.toContain('leak');
  });
});
