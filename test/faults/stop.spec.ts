import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxControl } from '../support/sandbox-control.js';
import { type ServiceProcess, startGatewayProcess } from '../support/processes.js';
import { waitUntil } from '../support/wait-until.js';

/** Longer than any wait of these tests: a gateway that waits for it fails them. */
const drainMs = 60_000;
const exitTimeoutMs = 20_000;

let folder: string;
let gateway: ServiceProcess;
let control: SandboxControl;
let key: string;
let agent: Agent;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-stop-'));
  const env = { API_KEYS_FILE: join(folder, 'api-keys.json'), AUDIT_LOG: join(folder, 'audit.log') };
  gateway = await startGatewayProcess({ env: { ...env, SHUTDOWN_DRAIN_MS: String(drainMs) } });
  await waitUntil('the banner', () => gateway.output().includes('Try:'));
  const { origin, password } = new URL(readBanner(/^sandbox control +(\S+)$/m));
  control = new SandboxControl(origin, password);
  key = readBanner(/^API key +(\S+)$/m);
  agent = new Agent({ keepAlive: true });
});
afterEach(async () => {
  agent.destroy();
  await gateway.kill();
  await rm(folder, { recursive: true, force: true });
});

const readBanner = (pattern: RegExp): string => pattern.exec(gateway.output())?.[1] ?? '';

/** Sends a request on a connection that stays open afterwards. */
function get(path: string): Promise<{ readonly status: number | undefined; readonly connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}` };
    request(`${gateway.url}${path}`, { agent, headers }, (response) => {
      const { statusCode: status, headers: received } = response;
      response.resume().once('end', () => resolve({ status, connection: received.connection }));
    })
      .once('error', reject)
      .end();
  });
}

const waitForExit = (): Promise<unknown> =>
  waitUntil('the process to exit', () => gateway.exitStatus(), { timeoutMs: exitTimeoutMs });

describe('After SIGTERM, a gateway', () => {
  it('exits with 0 although connections are open that nobody uses', async () => {
    await Promise.all(Array.from({ length: 8 }, () => get('/v1/spaces')));
    const unused = connect(gateway.port, '127.0.0.1').on('error', () => undefined);
    const withoutEnd = connect(gateway.port, '127.0.0.1').on('error', () => undefined);
    withoutEnd.write('GET /live HTTP/1.1\r\nHost: localhost\r\n');
    await get('/live');
    gateway.signal('SIGTERM');
    expect(await waitForExit()).toEqual({ code: 0, signal: null });
    for (const socket of [unused, withoutEnd]) socket.destroy();
  });

  it('exits with 0 after its last response, whose connection its caller would use again', async () => {
    const fault = await control.addFault({ match: {}, effect: { delayMs: 1_000 } });
    const responses = Array.from({ length: 5 }, (_, index) => get(`/v1/spaces?limit=${20 + index}`));
    await waitUntil('the calls of KooDrive', async () => (await control.getFaultHits(fault)) >= responses.length);
    gateway.signal('SIGTERM');
    for (const { status, connection } of await Promise.all(responses)) {
      expect(status).toBe(200);
      expect(connection).toBe('close');
    }
    expect(await waitForExit()).toEqual({ code: 0, signal: null });
  });
});

describe('After SIGHUP, a gateway', () => {
  it('opens the file of the audit log again, and continues', async () => {
    const file = join(folder, 'audit.log');
    await get('/v1/me');
    await rename(file, `${file}.1`);
    gateway.signal('SIGHUP');
    await waitUntil('the new file', () =>
      readFile(file, 'utf8').then(
        () => true,
        () => false,
      ),
    );
    key = 'kdg_wrong';
    expect((await get('/v1/me')).status).toBe(401);
    expect(await readFile(file, 'utf8')).toContain('"route":"/v1/me"');
    expect(gateway.exitStatus()).toBeUndefined();
    gateway.signal('SIGTERM');
    expect(await waitForExit()).toEqual({ code: 0, signal: null });
  });
});
