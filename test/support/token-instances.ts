import { afterEach, beforeEach } from '@jest/globals';
import { Redis } from 'ioredis';
import { AccessTokens, type AccessTokensOptions } from '#access-token';
import type { Principal } from '#koodrive';
import { RedisStore, type Store } from '#store';
import { startRedis, type RedisServer } from './redis.js';
import { withReplaced } from './store-double.js';
import { never, newVault } from './token-doubles.js';

const vault = newVault();
const opened: { close(): Promise<void> }[] = [];
let server: RedisServer;

/** Gives each test of the file a Redis of its own. */
export function redisForEach(): void {
  beforeEach(() => openRedis());
  afterEach(async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  });
}

/** @param port the one to come back on */
export async function openRedis(port?: number): Promise<void> {
  const redis = await startRedis(port === undefined ? {} : { port });
  opened.push({ close: () => redis.stop() });
  server = redis;
}

export const redis = (): RedisServer => server;

type Options = Omit<AccessTokensOptions, 'store' | 'vault'>;

/** An instance as in a process of its own; all of one test have the same vault key. */
export async function instance(
  options: Options,
  replace: (inner: Store) => Partial<Store> = () => ({}),
): Promise<AccessTokens> {
  const store = new RedisStore({ url: server.url });
  opened.push(store);
  await store.ready(5_000);
  return new AccessTokens({ store: withReplaced(store, replace), vault, ...options });
}

export function instances(count: number, options: Options): Promise<AccessTokens[]> {
  return Promise.all(Array.from({ length: count }, () => instance(options)));
}

export async function tokenOf(tokens: AccessTokens, principal: Principal = { kind: 'app' }): Promise<string> {
  const kind = principal.kind === 'session' ? 'session' : 'app-token';
  const credential = await tokens.obtain(principal, kind, never);
  return 'token' in credential ? credential.token : '';
}

/** The token that a caller gets whose token the upstream refused. */
export async function refused(
  tokens: AccessTokens,
  token: string,
  principal: Principal = { kind: 'app' },
): Promise<string> {
  const kind = principal.kind === 'session' ? 'session' : 'app-token';
  const credential = await tokens.renew(principal, { kind, token }, never);
  return 'token' in credential ? credential.token : '';
}

/** Works on the server behind the instances' back. */
export async function raw<T>(work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(server.url);
  return work(client).finally(() => client.disconnect());
}

/** As when the instance that holds it has been frozen for longer than its life. */
export function letLocksLapse(): Promise<number> {
  return raw(async (client) => client.del(...(await client.keys('lock:*'))));
}
