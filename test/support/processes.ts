import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startChild, type Child, type ChildOptions } from './child-process.js';
import { until } from './deadline.js';
import { freePort } from './ports.js';
import { repositoryRoot } from './repository-root.js';

/** Eight at once share what cores there are. */
const START_TIMEOUT = 60_000;

/** One of our own programs, running from dist/ as it does in production. */
export interface Service extends Child {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  readonly port: number;
}

export interface ServiceOptions extends ChildOptions {
  /** The port to take, to come back where an earlier one was; else a free one. */
  readonly port?: number;
}

/** A gateway; resolves when `/ready` answers 200. `env` is its configuration beside PORT and HOST. */
export async function startGateway(options: ServiceOptions = {}): Promise<Service> {
  const port = options.port ?? (await freePort());
  const env = { HOST: '127.0.0.1', PORT: String(port), SANDBOX_PORT: '0', LOG_LEVEL: 'warn', ...options.env };
  return startService('gateway', port, '/ready', { ...options, env });
}

/** A sandbox in a process of its own, with the addresses that it handed out. */
export interface SandboxProcess extends Service {
  readonly objectStoreUrl: string;
  readonly appTokenUrl: string;
}

/** Starts one; its credentials are the ones everybody knows (`sandbox-app`, ...), unless `env` has others. */
export async function startSandboxProcess(options: ServiceOptions = {}): Promise<SandboxProcess> {
  const port = options.port ?? (await freePort());
  const env = { SANDBOX_PORT: String(port), SANDBOX_OBJECT_STORE_PORT: '0', ...options.env };
  const service = await startService('sandbox', port, '/_sandbox', { ...options, env });
  const index = (await (await fetch(`${service.url}/_sandbox`)).json()) as { readonly addresses: SandboxAddresses };
  return { ...service, ...index.addresses };
}

type SandboxAddresses = Pick<SandboxProcess, 'url' | 'objectStoreUrl' | 'appTokenUrl'>;

/** @param ready the path that answers 200 when the service is ready */
async function startService(
  app: 'gateway' | 'sandbox',
  port: number,
  ready: string,
  options: ChildOptions,
): Promise<Service> {
  const main = resolve(repositoryRoot, `dist/apps/${app}/src/main.js`);
  if (!existsSync(main)) throw new Error(`${main} is not there: run "npm run build" first.`);
  return startNode(main, port, { ...options, ready });
}

interface NodeOptions extends ChildOptions {
  /** The path that answers 2xx when the program is ready. */
  readonly ready: string;
  /** Its arguments. */
  readonly words?: readonly string[];
}

/** Any Node program that serves HTTP on a port of 127.0.0.1; resolves when it is ready, and is killed when it never is. */
export async function startNode(
  main: string,
  port: number,
  { ready, words = [], ...options }: NodeOptions,
): Promise<Service> {
  const url = `http://127.0.0.1:${port}`;
  const child = await startChild(process.execPath, [main, ...words], options);
  try {
    await until(`${main} to be ready on port ${port}`, () => isReady(child, url, ready), { within: START_TIMEOUT });
  } catch (cause) {
    await child.kill();
    throw new Error(`${main} did not become ready: ${String(cause)}\n${child.output()}`, { cause });
  }
  return { ...child, url, port };
}

async function isReady(child: Child, url: string, ready: string): Promise<boolean> {
  const ending = child.ending();
  if (ending) throw new Error(`it ended with ${JSON.stringify(ending)}`);
  try {
    const answer = await fetch(`${url}${ready}`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
