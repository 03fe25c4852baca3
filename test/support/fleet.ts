import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { type SandboxProcess, type Service, startGateway, startSandboxProcess } from './processes.js';
import { type RedisServer, startRedis } from './redis.js';
import { unreachedLimits } from './stack.js';

/** What the sandbox counted, as far as these tests ask. */
export interface Counters {
  readonly calls: number;
  readonly appTokensMinted: number;
  readonly sessionsRefreshed: number;
  readonly sessionsRefreshedTwice: number;
  readonly refusedForContract: number;
  readonly byOperation: Readonly<Record<string, number>>;
}

/** Several gateways, each a process, on one Redis and before one sandbox, as operators run them. */
export interface Fleet {
  readonly gateways: readonly Service[];
  readonly sandbox: SandboxProcess;
  readonly redis: RedisServer;
  readonly key: string;
  readonly userId: string;
  counters(): Promise<Counters>;
  /** A call of one gateway. */
  get(instance: number, path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  send(instance: number, method: string, path: string, body: unknown): Promise<Reply>;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  /** Milliseconds until the whole answer was there. */
  readonly ms: number;
}

export interface FleetOptions {
  readonly instances: number;
  readonly sandboxEnv?: Readonly<Record<string, string>>;
  readonly gatewayEnv?: Readonly<Record<string, string>>;
  /** Stands between the gateways and Redis, once it is known where that is: a proxy. @returns the port to use */
  readonly beforeRedis?: (port: number) => Promise<number>;
}

/** Starts Redis, sandbox and gateways (from dist/); ends all of them where one fails to start. */
export async function startFleet({
  instances,
  sandboxEnv = {},
  gatewayEnv = {},
  beforeRedis,
}: FleetOptions): Promise<Fleet> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-fleet-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const redis = await startRedis();
    ends.push(() => redis.stop().catch(() => redis.kill()));
    const sandbox = await startSandboxProcess({ env: sandboxEnv });
    ends.push(() => sandbox.stop());
    const index = (await (await fetch(`${sandbox.url}/_sandbox`)).json()) as { users: { userId: string }[] };
    const userId = index.users[0]?.userId ?? '';
    const keysFile = join(folder, 'api-keys.json');
    const { text: key } = await issueApiKey(keysFile, { owner: 'fleet', scopes: ['*'], userId });
    const env = {
      NODE_ENV: 'production',
      KOODRIVE_BASE_URL: sandbox.url,
      KOODRIVE_OBJECT_STORE_ORIGINS: sandbox.objectStoreUrl,
      KOODRIVE_APP_ID: 'sandbox-app',
      KOODRIVE_APP_SECRET: 'sandbox-app-secret',
      KOODRIVE_APP_TOKEN_URL: sandbox.appTokenUrl,
      KOODRIVE_CLIENT_ID: 'sandbox-client',
      KOODRIVE_CLIENT_SECRET: 'sandbox-client-secret',
      REDIS_URL: beforeRedis ? `redis://127.0.0.1:${await beforeRedis(redis.port)}` : redis.url,
      API_KEYS_FILE: keysFile,
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      AUDIT_LOG: join(folder, 'audit.log'),
      ...unreachedLimits,
      ...gatewayEnv,
    };
    const gateways = await Promise.all(Array.from({ length: instances }, () => startGateway({ env })));
    for (const gateway of gateways) ends.push(() => gateway.stop());
    const call = (instance: number, path: string, init: RequestInit): Promise<Reply> =>
      timed(`${gateways[instance]?.url ?? ''}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${key}`, ...init.headers },
      });
    return {
      gateways,
      sandbox,
      redis,
      key,
      userId,
      counters: async () => (await (await fetch(`${sandbox.url}/_sandbox/counters`)).json()) as Counters,
      get: (instance, path, headers = {}) => call(instance, path, { headers }),
      send: (instance, method, path, body) =>
        call(instance, path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Calls, and measures how long the whole answer took. */
export async function timed(url: string, init: RequestInit): Promise<Reply> {
  const start = performance.now();
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
  const text = await answer.text();
  const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, body, ms: performance.now() - start };
}
