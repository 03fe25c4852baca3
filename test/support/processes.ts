import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startProcess, type ManagedProcess, type ManagedProcessOptions } from './child-process.js';
import { waitUntil } from './wait-until.js';
import { findFreePort } from './ports.js';
import { repositoryRoot } from './repository-root.js';
import { SandboxControl } from './sandbox-control.js';

/** Long, because eight processes may start at once on few cores. */
const startTimeoutMs = 60_000;

/** A program of this repository, started from dist/ as in production. */
export interface ServiceProcess extends ManagedProcess {
  /** The origin of the service, without a slash at the end. */
  readonly url: string;
  readonly port: number;
}

export interface ServiceProcessOptions extends ManagedProcessOptions {
  /** The port to listen on, for example that of an earlier process; by default a free port. */
  readonly port?: number;
}

/** Starts a gateway. Resolves when `/ready` responds 200. `env` is its configuration in addition to PORT and HOST. */
export async function startGatewayProcess(options: ServiceProcessOptions = {}): Promise<ServiceProcess> {
  const port = options.port ?? (await findFreePort());
  const env = { HOST: '127.0.0.1', PORT: String(port), SANDBOX_PORT: '0', LOG_LEVEL: 'warn', ...options.env };
  return startService('gateway', port, '/ready', { ...options, env });
}

/** A sandbox in a process of its own, with the URLs that it reported. */
export interface SandboxProcess extends ServiceProcess {
  readonly objectStoreUrl: string;
  readonly appTokenUrl: string;
  readonly control: SandboxControl;
}

/** Starts a sandbox. Its credentials are the public ones (`sandbox-app`, ...), unless `env` has others. */
export async function startSandboxProcess(options: ServiceProcessOptions = {}): Promise<SandboxProcess> {
  const port = options.port ?? (await findFreePort());
  const token = randomBytes(32).toString('base64url');
  const env = {
    SANDBOX_PORT: String(port),
    SANDBOX_OBJECT_STORE_PORT: '0',
    SANDBOX_CONTROL_TOKEN: token,
    ...options.env,
  };
  const service = await startService('sandbox', port, '/_sandbox/health', { ...options, env });
  const control = new SandboxControl(service.url, token);
  return { ...service, ...(await control.getIndex()).addresses, control };
}

/** @param readyPath the path that responds 200 when the service is ready */
async function startService(
  app: 'gateway' | 'sandbox',
  port: number,
  readyPath: string,
  options: ManagedProcessOptions,
): Promise<ServiceProcess> {
  const main = resolve(repositoryRoot, `dist/apps/${app}/src/main.js`);
  if (!existsSync(main)) throw new Error(`${main} does not exist: run "npm run build" first.`);
  return startNodeProcess(main, port, { ...options, readyPath });
}

interface NodeProcessOptions extends ManagedProcessOptions {
  /** The path that responds 2xx when the program is ready. */
  readonly readyPath: string;
  /** The arguments of the program. */
  readonly args?: readonly string[];
}

/** Starts a Node program that serves HTTP on 127.0.0.1. Resolves when it is ready; kills it if it is not ready in time. */
export async function startNodeProcess(
  main: string,
  port: number,
  { readyPath, args = [], ...options }: NodeProcessOptions,
): Promise<ServiceProcess> {
  const url = `http://127.0.0.1:${port}`;
  const child = await startProcess(process.execPath, [main, ...args], options);
  try {
    await waitUntil(`${main} to be ready on port ${port}`, () => isReady(child, url, readyPath), {
      timeoutMs: startTimeoutMs,
    });
  } catch (cause) {
    await child.kill();
    throw new Error(`${main} did not become ready: ${String(cause)}\n${child.output()}`, { cause });
  }
  return { ...child, url, port };
}

async function isReady(child: ManagedProcess, url: string, readyPath: string): Promise<boolean> {
  const exitStatus = child.exitStatus();
  if (exitStatus) throw new Error(`it ended with ${JSON.stringify(exitStatus)}`);
  try {
    const response = await fetch(`${url}${readyPath}`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
