import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway } from '../../apps/gateway/src/application.js';
import { OpenApiController } from '../../apps/gateway/src/http/openapi/openapi.controller.js';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { SandboxSettings } from '../../apps/sandbox/src/options.js';
import { issueApiKey, isBrowserSessionScope, scopeNames } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import { findUserId, noCacheHeaders } from './gateway-api.js';
import { SimulatedBrowser, signIn } from './simulated-browser.js';
import { type OpenApiDocument, OpenApiValidator } from './openapi-validator.js';
import { findFreePort } from './ports.js';
import { type RedisServer, startRedis } from './redis.js';
import type { TestCaller, SendRequest } from './requests/generator-context.js';
import { buildGatewayEnvironment, createSender } from './gateway-stack.js';

/** Gateways in this process, each with its own memory and connections, in front of one sandbox. */
export interface GatewayInstances {
  readonly sandbox: Sandbox;
  readonly openApiDocument: OpenApiDocument;
  readonly redis: RedisServer;
  /** The Redis for cached responses: the same one, unless the options ask for another. */
  readonly cacheRedis: RedisServer;
  /** Two instances on one Redis. Every response is validated against the description. */
  readonly writer: SendRequest;
  readonly reader: SendRequest;
  /** An instance that shares nothing with the others, and calls the upstream for every read. */
  readonly uncached: SendRequest;
  /** The named user, with a key that has all scopes. */
  createKeyCaller(name: string): Promise<TestCaller>;
  /** The same user, signed in at the writer with a browser, for routes that accept no key. */
  createBrowserCaller(name: string): Promise<TestCaller>;
  close(): Promise<void>;
}

export interface GatewayInstancesOptions {
  readonly sandbox?: SandboxSettings;
  /** Starts a second Redis, for cached responses. */
  readonly separateCacheRedis?: boolean;
}

export async function startGatewayInstances({
  sandbox: settings = {},
  separateCacheRedis = false,
}: GatewayInstancesOptions = {}): Promise<GatewayInstances> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
  };
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-instances-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  try {
    const redis = await startRedis();
    cleanups.push(() => redis.stop());
    const cacheRedis = separateCacheRedis ? await startRedis() : redis;
    if (separateCacheRedis) cleanups.push(() => cacheRedis.stop());
    const sandbox = await startSandbox(settings);
    cleanups.push(() => sandbox.close());
    const keysFile = join(folder, 'api-keys.json');
    const keys = await issueKeys(sandbox, keysFile);
    const port = await findFreePort();
    const origin = `http://localhost:${port}`;
    const env = {
      ...buildGatewayEnvironment(sandbox, keysFile),
      ...optionalModuleVariables,
      // Cursors are signed with these keys: a cursor of one instance must be valid on the others.
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      LOGIN_DOMAIN: `${origin}/auth/callback`,
      SESSION_SCOPES: scopeNames.filter(isBrowserSessionScope).join(','),
    };
    const start = async (instanceEnv: Readonly<Record<string, string>>) => {
      const configuration = loadConfiguration({ ...env, ...instanceEnv });
      if (configuration.upstream.target.kind !== 'remote') throw new Error('the sandbox runs already');
      const gateway = await createGateway(configuration, configuration.upstream.target);
      cleanups.push(() => gateway.close());
      await gateway.app.listen({ host: '127.0.0.1', port: configuration.server.port });
      return { gateway, url: await gateway.app.getUrl() };
    };
    const redisUrls = { REDIS_URL: redis.url, CACHE_REDIS_URL: separateCacheRedis ? cacheRedis.url : '' };
    const writer = await start({ ...redisUrls, PORT: String(port) });
    const reader = await start(redisUrls);
    const uncached = await start({});
    const description = writer.gateway.app.get(OpenApiController).document() as unknown as OpenApiDocument;
    const validator = new OpenApiValidator(description);
    const buildHeaders = (name: string): TestCaller['headers'] => ({ authorization: `Bearer ${keys.get(name) ?? ''}` });
    return {
      sandbox,
      redis,
      cacheRedis,
      openApiDocument: description,
      writer: createSender(writer.url, validator),
      reader: createSender(reader.url, validator),
      uncached: (method, path, options) =>
        createSender(uncached.url, validator)(method, path, {
          ...options,
          headers: { ...options?.headers, ...noCacheHeaders },
        }),
      createKeyCaller: (name) =>
        Promise.resolve({ name, userId: findUserId(sandbox, name), headers: buildHeaders(name) }),
      createBrowserCaller: async (name) => {
        const browser = new SimulatedBrowser();
        await signIn(browser, origin, findUserId(sandbox, name));
        const cookie = browser.cookieHeader('localhost');
        return {
          name: `${name} in a browser`,
          userId: findUserId(sandbox, name),
          headers: { cookie, 'x-csrf': '1', 'sec-fetch-site': 'same-origin' },
        };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function issueKeys(sandbox: Sandbox, file: string): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (const { name, userId } of sandbox.users()) {
    keys.set(name, (await issueApiKey(file, { owner: 'tests', scopes: ['*'], userId })).text);
  }
  return keys;
}
