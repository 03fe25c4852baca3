import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/ports.js';
import { startNode, type Service } from '../support/processes.js';

const folders: string[] = [];
const services: Service[] = [];
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.kill()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function program(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-process-'));
  folders.push(folder);
  const file = join(folder, 'main.mjs');
  await writeFile(file, text);
  return file;
}
const server = (listener: string): string =>
  `import { createServer } from 'node:http';
   console.log('starting');
   createServer(${listener}).listen(process.env.PORT, '127.0.0.1');`;
async function start(text: string): Promise<Service> {
  const port = await freePort();
  const service = await startNode(await program(text), port, { ready: '/ready', env: { PORT: String(port) } });
  services.push(service);
  return service;
}

describe('a process under test', () => {
  it('is handed over when it is ready, not when it listens', async () => {
    const service = await start(
      server(
        `(q, a) => { globalThis.asked = (globalThis.asked ?? 0) + 1; a.statusCode = asked > 2 ? 200 : 503; a.end(String(asked)); }`,
      ),
    );
    expect(Number(await (await fetch(service.url)).text())).toBe(4);
    expect(service.output()).toContain('starting');
  });

  it('stops by SIGTERM', async () => {
    const service = await start(server('(q, a) => a.end()'));
    expect(await service.stop()).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('is killed when it ignores SIGTERM, or is frozen', async () => {
    const deaf = await start(`process.on('SIGTERM', () => console.log('no'));${server('(q, a) => a.end()')}`);
    expect(await deaf.stop(100)).toEqual({ code: null, signal: 'SIGKILL' });
    const frozen = await start(server('(q, a) => a.end()'));
    frozen.signal('SIGSTOP');
    expect(await frozen.stop()).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('that ends at once says what it printed', async () => {
    await expect(start(`console.error('no key'); process.exit(3);`)).rejects.toThrow(/"code":3[^]*no key/);
  });

  it('sees only the environment it is given', async () => {
    process.env.KOODRIVE_APP_SECRET = 'leak';
    const service = await start(server('(q, a) => a.end(JSON.stringify(process.env))'));
    delete process.env.KOODRIVE_APP_SECRET;
    expect(await (await fetch(service.url)).text()).not.toContain('leak');
  });
});
