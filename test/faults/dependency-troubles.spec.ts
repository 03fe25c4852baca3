import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createCertificate } from '../support/certificate.js';
import { findFileByName, findSpace } from '../support/gateway-api.js';
import { type GatewayStack, type GatewayStackOptions, startGatewayStack } from '../support/gateway-stack.js';
import { findFreePort } from '../support/ports.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { waitUntil } from '../support/wait-until.js';

const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

interface TroubleLine {
  readonly msg: string;
  readonly dependency: string;
  readonly capability: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly downMs?: number;
}

async function startStack(options: GatewayStackOptions = {}): Promise<GatewayStack> {
  const stack = await startGatewayStack(options);
  closeables.push(stack);
  return stack;
}

interface TestRedis {
  readonly redis: RedisServer;
  readonly admin: Redis;
}
async function start(...extraArgs: string[]): Promise<TestRedis> {
  const redis = await startRedis({ extraArgs });
  const admin = new Redis(redis.url, { retryStrategy: null });
  admin.on('error', () => undefined);
  closeables.push({ close: () => redis.stop() }, { close: () => admin.disconnect() });
  return { redis, admin };
}

const readTroubles = (stack: GatewayStack, dependency: string): readonly TroubleLine[] =>
  stack
    .readLogLines()
    .map((line) => JSON.parse(line) as TroubleLine)
    .filter((line) => line.dependency === dependency);
const listTroubles = (stack: GatewayStack, dependency: string): readonly string[] =>
  readTroubles(stack, dependency)
    .filter(({ reason }) => reason !== undefined)
    .map(({ capability, reason = '' }) => `${capability}: ${reason}`);
const listEnds = (stack: GatewayStack, dependency: string): readonly string[] =>
  readTroubles(stack, dependency)
    .filter(({ downMs }) => downMs !== undefined)
    .map(({ capability }) => capability);

interface Ready {
  readonly status: string;
  readonly dependencies: readonly { readonly name: string; readonly state: string; readonly reason?: string }[];
}
async function readState(stack: GatewayStack, dependency: string): Promise<unknown> {
  const { dependencies } = (await stack.call('GET', '/ready')).json<Ready & Record<string, unknown>>();
  return dependencies.find(({ name }) => name === dependency);
}
const readMetric = async (stack: GatewayStack, dependency: string): Promise<string | undefined> =>
  new RegExp(`^dependency_up\\{dependency="${dependency}"\\} (.*)$`, 'm').exec(
    await stack.gateway.context.metrics.render(),
  )?.[1];

/** Uses everything that the gateway uses Redis for: reads, writes, scripts and messages. */
async function useStore(stack: GatewayStack, spaceId: string): Promise<void> {
  const name = `Folder ${Math.random()}`;
  await stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name }, headers: { 'idempotency-key': name } });
  await stack.call('GET', '/ready');
}

interface RedisTrouble {
  readonly what: string;
  readonly troubles: readonly string[];
  /** Before the gateway starts. @returns its REDIS_URL */
  readonly prepare?: (server: TestRedis) => Promise<string>;
  readonly begin?: (server: TestRedis) => Promise<unknown>;
  readonly end: (server: TestRedis) => Promise<unknown>;
}

const withPassword = (redis: RedisServer, password: string): string =>
  redis.url.replace('redis://', `redis://:${password}@`);

const redisTroubles: readonly RedisTrouble[] = [
  {
    what: 'with another password',
    troubles: ['connection: wrong-password'],
    prepare: async ({ redis, admin }) => {
      await admin.config('SET', 'requirepass', 'right');
      return withPassword(redis, 'wrong');
    },
    end: ({ admin }) => admin.config('SET', 'requirepass', 'wrong'),
  },
  {
    what: 'that requires a password',
    troubles: ['connection: password-required'],
    prepare: async ({ redis, admin }) => {
      await admin.config('SET', 'requirepass', 'right');
      return redis.url;
    },
    end: ({ admin }) => admin.config('SET', 'requirepass', ''),
  },
  {
    what: 'that is killed',
    troubles: ['connection: refused'],
    begin: ({ redis }) => redis.kill(),
    end: async ({ redis }) => {
      const restarted = await startRedis({ port: redis.port });
      closeables.push({ close: () => restarted.stop() });
    },
  },
  {
    what: 'that is frozen',
    troubles: ['connection: timeout'],
    begin: async ({ redis }) => redis.freeze(),
    end: async ({ redis }) => redis.thaw(),
  },
  {
    what: 'that does not permit scripts and messages',
    troubles: ['publish: not-permitted', 'scripts: not-permitted'],
    prepare: async ({ redis, admin }) => {
      await admin.call('ACL', ['SETUSER', 'gateway', 'on', '>secret', '~*', '&*', '+@all']);
      return redis.url.replace('redis://', 'redis://gateway:secret@');
    },
    begin: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', '-eval', '-publish']),
    end: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', '+eval', '+publish']),
  },
  {
    what: 'that is full',
    troubles: ['writes: full'],
    begin: ({ admin }) => admin.config('SET', 'maxmemory', '1'),
    end: ({ admin }) => admin.config('SET', 'maxmemory', '0'),
  },
  {
    what: 'that became a replica',
    troubles: ['writes: read-only'],
    begin: ({ admin }) => admin.call('REPLICAOF', ['127.0.0.1', '1']),
    end: ({ admin }) => admin.call('REPLICAOF', ['NO', 'ONE']),
  },
];

describe('R19: a Redis', () => {
  it.each(redisTroubles)(
    '$what is told once when that begins and once when it ends, at /ready and as a metric',
    async ({ troubles, prepare, begin, end }) => {
      const server = await start();
      const stack = await startStack({ env: { REDIS_URL: (await prepare?.(server)) ?? server.redis.url } });
      const spaceId = (await findSpace(stack, 'individual')).id;
      await begin?.(server);
      await waitUntil('the log to tell', async () => {
        await useStore(stack, spaceId);
        return troubles.every((trouble) => listTroubles(stack, 'store').includes(trouble));
      });
      for (let call = 0; call < 20; call += 1) await useStore(stack, spaceId);
      const told = [...listTroubles(stack, 'store')].sort();
      expect(told.filter((trouble) => troubles.includes(trouble))).toEqual(troubles);
      expect(new Set(told).size).toBe(told.length);
      expect(await readMetric(stack, 'store')).toBe('0');
      await waitUntil('/ready to tell', async () => {
        const reason = troubles[0]?.split(': ')[1];
        return (
          JSON.stringify(await readState(stack, 'store')) === JSON.stringify({ name: 'store', state: 'down', reason })
        );
      });
      expect((await stack.call('GET', '/ready')).json()).toMatchObject({ status: 'degraded', store: 'down' });
      await end(server);
      const capabilities = [...new Set(told.map((trouble) => trouble.split(': ')[0] ?? ''))];
      await waitUntil(
        'the log to tell the end',
        async () => {
          await useStore(stack, spaceId);
          return listEnds(stack, 'store').length >= capabilities.length;
        },
        { timeoutMs: 15_000 },
      );
      expect([...listEnds(stack, 'store')].sort()).toEqual([...capabilities].sort());
      expect(await readMetric(stack, 'store')).toBe('1');
      await waitUntil('/ready to tell', async () => {
        const state = await readState(stack, 'store');
        return JSON.stringify(state) === JSON.stringify({ name: 'store', state: 'up' });
      });
    },
    60_000,
  );

  it('whose certificate is not trusted is told with the error of TLS', async () => {
    const certificate = await createCertificate();
    closeables.push({ close: () => certificate.remove() });
    const { cert, key } = certificate;
    const port = await findFreePort();
    const files = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-ca-cert-file', cert];
    await start('--tls-port', String(port), '--tls-auth-clients', 'no', ...files);
    const stack = await startStack({ env: { REDIS_URL: `rediss://127.0.0.1:${port}` } });
    await waitUntil('the log to tell', () => listTroubles(stack, 'store').includes('connection: tls'));
    expect(readTroubles(stack, 'store')).toMatchObject([{ detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' }]);
    expect(await readState(stack, 'store')).toEqual({ name: 'store', state: 'down', reason: 'tls' });
  }, 30_000);
});

const readSpaces = (stack: GatewayStack): Promise<unknown> =>
  stack.call('GET', '/v1/spaces', { headers: { 'cache-control': 'no-cache' } });

describe('R19: a KooDrive', () => {
  it.each([
    ['that responds with 503', 'calls: server-error', { status: 503 }],
    ['behind a proxy that responds with HTML', 'calls: unexpected-response', { html: true, status: 200 }],
    ['that does not respond in time', 'calls: timeout', { delayMs: 2_500 }],
    ['that resets connections', 'calls: unreachable', { reset: 'before' }],
    ['that does not accept our credentials', 'credentials: credentials-rejected', { status: 401 }],
  ] as const)(
    '%s is told once',
    async (_what, trouble, effect) => {
      const stack = await startStack({ env: { REQUEST_TIMEOUT_MS: '1500' } });
      const { faults } = stack.sandbox;
      faults.add({ match: {}, effect });
      await waitUntil(
        'the log to tell',
        async () => {
          await readSpaces(stack);
          return listTroubles(stack, 'koodrive').includes(trouble);
        },
        { timeoutMs: 15_000 },
      );
      for (let call = 0; call < 3; call += 1) await readSpaces(stack);
      expect(listTroubles(stack, 'koodrive')).toEqual([trouble]);
      const reason = trouble.split(': ')[1];
      await waitUntil('/ready to tell', async () => {
        const state = await readState(stack, 'koodrive');
        return JSON.stringify(state) === JSON.stringify({ name: 'koodrive', state: 'down', reason });
      });
      expect(await readMetric(stack, 'koodrive')).toBe('0');
      faults.clear();
      await waitUntil(
        'the log to tell the end',
        async () => {
          await readSpaces(stack);
          return listEnds(stack, 'koodrive').length > 0;
        },
        { timeoutMs: 40_000 },
      );
      expect(await readMetric(stack, 'koodrive')).toBe('1');
    },
    60_000,
  );

  it('that refuses connections is told once', async () => {
    const port = await findFreePort();
    const stack = await startStack({ env: { KOODRIVE_BASE_URL: `http://127.0.0.1:${port}` } });
    await readSpaces(stack);
    await readSpaces(stack);
    expect(readTroubles(stack, 'koodrive')).toMatchObject([{ reason: 'refused', detail: 'ECONNREFUSED' }]);
  });

  it('that rejects one call, or fails once, is not told', async () => {
    const stack = await startStack();
    stack.sandbox.faults.add({ match: {}, effect: { status: 503 }, times: 2 });
    await readSpaces(stack);
    await stack.call('GET', '/v1/spaces/1/files/2');
    expect(readTroubles(stack, 'koodrive')).toEqual([]);
  });
});

describe('R19: an object store', () => {
  it('that fails is told once, and when it works again', async () => {
    const stack = await startStack();
    const spaceId = (await findSpace(stack, 'individual')).id;
    const path = `/v1/spaces/${spaceId}/content`;
    const upload = (name: string) => stack.call('PUT', `${path}?name=${name}`, { bytes: 'text' });
    expect((await upload('a.txt')).status).toBe(201);
    stack.sandbox.faults.add({ match: { part: 'upload' }, effect: { status: 503 } });
    for (let call = 0; call < 3; call += 1) await upload(`b${call}.txt`);
    expect(listTroubles(stack, 'objectStore')).toEqual(['requests: server-error']);
    expect(await readState(stack, 'objectStore')).toMatchObject({ state: 'down', reason: 'server-error' });
    stack.sandbox.faults.clear();
    expect((await upload('c.txt')).status).toBe(201);
    await waitUntil('the log to tell the end', () => listEnds(stack, 'objectStore').length === 1);
    expect(await findFileByName(stack, spaceId, 'c.txt')).toBeDefined();
  });
});

describe('R19: a token endpoint', () => {
  it.each([
    ['that rejects the client', 'credentials-rejected', { status: 401 }],
    ['that fails', 'no-token', { status: 503 }],
  ] as const)(
    '%s is told once, and when it works again',
    async (_what, reason, effect) => {
      const stack = await startStack();
      const appKey = await stack.issueKey({ scopes: ['*'] });
      const call = () => stack.call('GET', `/v1/users/${stack.userId}/spaces`, { key: appKey });
      stack.sandbox.faults.add({ match: { part: 'token' }, effect });
      for (let count = 0; count < 3; count += 1) await call();
      expect(listTroubles(stack, 'tokenEndpoint')).toEqual([`tokens: ${reason}`]);
      stack.sandbox.faults.clear();
      await waitUntil(
        'the log to tell the end',
        async () => {
          await call();
          return listEnds(stack, 'tokenEndpoint').length === 1;
        },
        { timeoutMs: 10_000 },
      );
    },
    30_000,
  );
});

describe('R19: the keys of a token issuer', () => {
  it('that cannot be fetched are told, and when they can', async () => {
    const server = createServer((_request, response) => void response.writeHead(503).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closeables.push({ close: () => server.close() });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    const stack = await startStack({
      env: { JWT_ISSUER: 'https://id.example', JWT_AUDIENCE: 'gateway', JWT_JWKS_URL: url },
    });
    const header = Buffer.from('{"alg":"RS256","kid":"a"}').toString('base64url');
    const token = `${header}.${Buffer.from('{"iss":"https://id.example"}').toString('base64url')}.AAAA`;
    await stack.call('GET', '/v1/me', { key: '', headers: { authorization: `Bearer ${token}` } });
    expect(readTroubles(stack, 'tokenIssuer')).toMatchObject([
      { reason: 'unavailable', detail: 'the token issuer responded 503 for its keys' },
    ]);
  });
});
