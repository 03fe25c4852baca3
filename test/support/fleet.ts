import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxCounters } from '../../apps/sandbox/src/control/counters.js';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { type SandboxProcess, type ServiceProcess, startGatewayProcess, startSandboxProcess } from './processes.js';
import { buildProductionEnvironment } from './production-environment.js';
import { type RedisServer, startRedis } from './redis.js';

/** Several gateways, each in its own process, on one Redis and in front of one sandbox, as operators run them. */
export interface Fleet {
  readonly gateways: readonly ServiceProcess[];
  readonly sandbox: SandboxProcess;
  readonly redis: RedisServer;
  /** The file of API keys. */
  readonly keysFile: string;
  readonly key: string;
  readonly userId: string;
  counters(): Promise<SandboxCounters>;
  /** Calls one gateway. */
  get(instance: number, path: string, headers?: Readonly<Record<string, string>>): Promise<TimedResponse>;
  send(instance: number, method: string, path: string, body: unknown): Promise<TimedResponse>;
  close(): Promise<void>;
}

export interface TimedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  /** Milliseconds until the complete response was received. */
  readonly durationMs: number;
}

export interface FleetOptions {
  readonly instances: number;
  readonly sandboxEnv?: Readonly<Record<string, string>>;
  readonly gatewayEnv?: Readonly<Record<string, string>>;
  /** Starts a proxy between the gateways and Redis. @param port the port of Redis @returns the port of the proxy */
  readonly startRedisProxy?: (port: number) => Promise<number>;
}

/** Starts Redis, sandbox and gateways (from dist/). If one fails to start, the others are stopped. */
export async function startFleet({
  instances,
  sandboxEnv = {},
  gatewayEnv = {},
  startRedisProxy,
}: FleetOptions): Promise<Fleet> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-fleet-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const redis = await startRedis();
    cleanups.push(() => redis.stop().catch(() => redis.kill()));
    const sandbox = await startSandboxProcess({ env: sandboxEnv });
    cleanups.push(() => sandbox.stop());
    const index = await sandbox.control.getIndex();
    const userId = index.users[0]?.userId ?? '';
    const keysFile = join(folder, 'api-keys.json');
    const { text: key } = await issueApiKey(keysFile, { owner: 'fleet', scopes: ['*'], userId });
    const env = {
      ...buildProductionEnvironment(sandbox, keysFile),
      REDIS_URL: startRedisProxy ? `redis://127.0.0.1:${await startRedisProxy(redis.port)}` : redis.url,
      ...gatewayEnv,
    };
    const gateways = await Promise.all(Array.from({ length: instances }, () => startGatewayProcess({ env })));
    for (const gateway of gateways) cleanups.push(() => gateway.stop());
    const call = (instance: number, path: string, init: RequestInit): Promise<TimedResponse> =>
      fetchTimed(`${gateways[instance]?.url ?? ''}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${key}`, ...init.headers },
      });
    return {
      gateways,
      sandbox,
      redis,
      keysFile,
      key,
      userId,
      counters: () => sandbox.control.getCounters(),
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

/** Sends a request and measures the time until the complete response. Fails after 30 s. */
export async function fetchTimed(url: string, init: RequestInit): Promise<TimedResponse> {
  const start = performance.now();
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body, durationMs: performance.now() - start };
}
