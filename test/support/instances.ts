import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway } from '../../apps/gateway/src/application.js';
import { OpenApiController } from '../../apps/gateway/src/http/openapi/openapi.controller.js';
import { optionalModulesOn } from '../../apps/gateway/src/optional-modules.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { SandboxSettings } from '../../apps/sandbox/src/options.js';
import { issueApiKey, isSessionScope, scopeNames } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import { BrowserByHand, signIn } from './browser-by-hand.js';
import { type OpenApi, OpenApiCheck } from './openapi-check.js';
import { freePort } from './ports.js';
import { startRedis } from './redis.js';
import type { Caller, Send } from './requests/scene.js';
import { environmentFor, sendTo } from './stack.js';

/** Gateways in this process, each with memory and connections of its own, before one sandbox. */
export interface Instances {
  readonly sandbox: Sandbox;
  readonly description: OpenApi;
  /** Two instances on one Redis. Every answer is held against the description. */
  readonly writer: Send;
  readonly reader: Send;
  /** One that shares nothing with the others, and asks the upstream for every read. */
  readonly truth: Send;
  /** Whoever is named, by a key with all scopes. */
  caller(name: string): Promise<Caller>;
  /** The same, signed in at the writer with a browser: for what takes no key. */
  browser(name: string): Promise<Caller>;
  close(): Promise<void>;
}

export async function startInstances(settings: SandboxSettings = {}): Promise<Instances> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-instances-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  try {
    const redis = await startRedis();
    ends.push(() => redis.stop());
    const sandbox = await startSandbox(settings);
    ends.push(() => sandbox.close());
    const keysFile = join(folder, 'api-keys.json');
    const keys = await keysOf(sandbox, keysFile);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const env = {
      ...environmentFor(sandbox, keysFile),
      ...optionalModulesOn,
      // Cursors are sealed with them: those of one instance open on all.
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      LOGIN_DOMAIN: `${origin}/auth/callback`,
      SESSION_SCOPES: scopeNames.filter(isSessionScope).join(','),
    };
    const start = async (more: Readonly<Record<string, string>>) => {
      const configuration = loadConfiguration({ ...env, ...more });
      if (configuration.upstream.target.kind !== 'remote') throw new Error('the sandbox is there already');
      const gateway = await createGateway(configuration, configuration.upstream.target);
      ends.push(() => gateway.close());
      await gateway.app.listen({ host: '127.0.0.1', port: configuration.server.port });
      return { gateway, url: await gateway.app.getUrl() };
    };
    const writer = await start({ REDIS_URL: redis.url, PORT: String(port) });
    const reader = await start({ REDIS_URL: redis.url });
    const truth = await start({});
    const description = writer.gateway.app.get(OpenApiController).document() as unknown as OpenApi;
    const check = new OpenApiCheck(description);
    const headersOf = (name: string): Caller['headers'] => ({ authorization: `Bearer ${keys.get(name) ?? ''}` });
    return {
      sandbox,
      description,
      writer: sendTo(writer.url, check),
      reader: sendTo(reader.url, check),
      truth: (method, path, options) =>
        sendTo(truth.url, check)(method, path, {
          ...options,
          headers: { ...options?.headers, 'cache-control': 'no-cache' },
        }),
      caller: (name) => Promise.resolve({ name, userId: userIdOf(sandbox, name), headers: headersOf(name) }),
      browser: async (name) => {
        const browser = new BrowserByHand();
        await signIn(browser, origin, userIdOf(sandbox, name));
        const cookie = browser.cookieHeader('localhost');
        return {
          name: `${name} in a browser`,
          userId: userIdOf(sandbox, name),
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

function userIdOf(sandbox: Sandbox, name: string): string {
  const user = sandbox.users().find((each) => each.name === name);
  if (!user) throw new Error(`the sandbox has no user ${name}`);
  return user.userId;
}

async function keysOf(sandbox: Sandbox, file: string): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (const { name, userId } of sandbox.users()) {
    keys.set(name, (await issueApiKey(file, { owner: 'tests', scopes: ['*'], userId })).text);
  }
  return keys;
}
