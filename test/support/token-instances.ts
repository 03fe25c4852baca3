import { afterEach, beforeEach } from '@jest/globals';
import type { Redis } from 'ioredis';
import { AccessTokens, type AccessTokensOptions } from '#access-token';
import type { Principal } from '#koodrive';
import { RedisStore, type Store } from '#store';
import { withRedisClient } from './cache-instances.js';
import { startRedis, type RedisServer } from './redis.js';
import { overrideStore } from './store-double.js';
import { neverAbortedSignal, createTestVault } from './token-doubles.js';

const vault = createTestVault();
const closeables: { close(): Promise<void> }[] = [];
let currentRedis: RedisServer;

/** Starts a new Redis for each test of the file, and closes everything after the test. */
export function useRedisPerTest(): void {
  beforeEach(() => startCurrentRedis());
  afterEach(async () => {
    for (const closeable of closeables.splice(0).reverse()) await closeable.close();
  });
}

/** @param port the port of an earlier server, to start one again there; a free port by default */
export async function startCurrentRedis(port?: number): Promise<void> {
  const redis = await startRedis({ port });
  closeables.push({ close: () => redis.stop() });
  currentRedis = redis;
}

export const getCurrentRedis = (): RedisServer => currentRedis;

type TokenInstanceOptions = Omit<AccessTokensOptions, 'store' | 'vault'>;

/** An instance with its own connection, as in a separate process. All instances have the same vault key. */
export async function createTokenInstance(
  options: TokenInstanceOptions,
  replace: (inner: Store) => Partial<Store> = () => ({}),
): Promise<AccessTokens> {
  const store = new RedisStore({ url: currentRedis.url });
  closeables.push(store);
  await store.waitUntilReady(5_000);
  return new AccessTokens({ store: overrideStore(store, replace), vault, ...options });
}

export function createTokenInstances(count: number, options: TokenInstanceOptions): Promise<AccessTokens[]> {
  return Promise.all(Array.from({ length: count }, () => createTokenInstance(options)));
}

export async function obtainToken(tokens: AccessTokens, principal: Principal = { kind: 'app' }): Promise<string> {
  const kind = principal.kind === 'session' ? 'session' : 'app-token';
  const credential = await tokens.obtain(principal, kind, neverAbortedSignal);
  return 'token' in credential ? credential.token : '';
}

/** The token that a caller gets after the upstream rejected its token. */
export async function renewRejectedToken(
  tokens: AccessTokens,
  token: string,
  principal: Principal = { kind: 'app' },
): Promise<string> {
  const kind = principal.kind === 'session' ? 'session' : 'app-token';
  const credential = await tokens.renew(principal, { kind, token }, neverAbortedSignal);
  return 'token' in credential ? credential.token : '';
}

/** Runs `work` with a direct connection to the server, not through an instance. */
export function withCurrentRedisClient<T>(work: (client: Redis) => Promise<T>): Promise<T> {
  return withRedisClient(currentRedis, work);
}

/** Deletes all locks, as if their instances had been frozen for longer than the locks live. */
export function expireLocks(): Promise<number> {
  return withCurrentRedisClient(async (client) => client.del(...(await client.keys('lock:*'))));
}
