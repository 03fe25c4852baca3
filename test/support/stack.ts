import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, type Gateway } from '../../apps/gateway/src/application.js';
import { OpenApiController } from '../../apps/gateway/src/http/openapi/openapi.controller.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { SandboxSettings } from '../../apps/sandbox/src/options.js';
import { type GrantedScope, issueApiKey, Refusal } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import type { Clock } from '../../libs/store/src/index.js';
import { Canaries, searchAnswerOf } from './canaries.js';
import { until } from './deadline.js';
import { type OpenApi, OpenApiCheck } from './openapi-check.js';
import { type RawRequest, sendRaw } from './raw-http.js';

export interface StackOptions {
  readonly sandbox?: SandboxSettings;
  /** Variables of the gateway's environment, over what the stack sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** The gateway's time. */
  readonly clock?: Clock;
}

/** An answer of the gateway, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON. */
  json<T = Record<string, unknown>>(): T;
}

export interface CallOptions {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly bytes?: Uint8Array | string;
}

/** A gateway before a sandbox, both in this process, both with real sockets. */
export interface Stack {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  /** The sandbox's first user: a system administrator. */
  readonly userId: string;
  /** The file that the keys are in. */
  readonly keysFile: string;
  /** A key with all scopes, for that user. */
  readonly key: string;
  /** Lines of the gateway's log so far, of every level, a JSON text each. */
  log(): readonly string[];
  newKey(order: { scopes: readonly GrantedScope[]; userId?: string; expiresAt?: Date }): Promise<string>;
  /** The gateway's own description of itself. */
  readonly description: OpenApi;
  /** With the stack's key unless another is named; every answer is held against the description. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** The same for requests that fetch would not send, as they are: no key of its own. */
  raw(request: RawRequest): Promise<Answer>;
  close(): Promise<void>;
}

/** Limits that count but that no test meets by chance. */
export const unreachedLimits = Object.fromEntries(
  ['READS', 'WRITES', 'CONTENT', 'LOGINS', 'REFUSALS'].map((name) => [`RATE_LIMIT_${name}`, '1000000']),
);

/** The environment of a gateway in front of `sandbox`. */
export function environmentFor(sandbox: Sandbox, keysFile: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'fatal',
    KOODRIVE_BASE_URL: sandbox.url,
    KOODRIVE_OBJECT_STORE_ORIGINS: sandbox.objectStoreUrl,
    KOODRIVE_APP_ID: sandbox.options.appId,
    KOODRIVE_APP_SECRET: sandbox.options.appSecret,
    KOODRIVE_APP_TOKEN_URL: sandbox.appTokenUrl,
    KOODRIVE_CLIENT_ID: sandbox.options.clientId,
    KOODRIVE_CLIENT_SECRET: sandbox.options.clientSecret,
    API_KEYS_FILE: keysFile,
    AUDIT_LOG: join(keysFile, '../audit.log'),
    ...unreachedLimits,
  };
}

/** Ends what it had started where a part fails to start: what stays open would keep the test run from ending. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    const errors: unknown[] = [];
    for (const end of ends.splice(0).reverse()) await end().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  };
  try {
    return { ...(await putTogether(options, (end) => ends.push(end))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function putTogether(
  { sandbox: settings, env, clock }: StackOptions,
  atEnd: (end: () => Promise<unknown>) => void,
): Promise<Omit<Stack, 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-test-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const keysFile = join(folder, 'api-keys.json');
  const canaries = new Canaries();
  const sandbox = await startSandbox({ ...canaries.planted, ...settings, onSecret: canaries.learn });
  atEnd(() => sandbox.close());
  const userId = sandbox.users()[0]?.userId ?? '';
  const { text: key } = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId });
  canaries.learn('credential', key);
  const configuration = loadConfiguration({
    ...environmentFor(sandbox, keysFile),
    ...env,
    // All of it, for the search; nothing is printed.
    LOG_LEVEL: 'trace',
  });
  const { target } = configuration.upstream;
  if (target.kind !== 'remote') throw new Error('the stack brings its own sandbox');
  const gateway = await createGateway(configuration, target, clock, canaries.log);
  atEnd(() => gateway.close().then(() => canaries.searchLogs(configuration.telemetry.auditLog)));
  await gateway.app.listen({ host: '127.0.0.1', port: configuration.server.port });
  const url = await gateway.app.getUrl();
  const description = gateway.app.get(OpenApiController).document() as unknown as OpenApi;
  const check = new OpenApiCheck(description);
  atEnd(canaries.watch(url));
  const send = sendTo(url, check);
  return {
    url,
    description,
    sandbox,
    gateway,
    userId,
    keysFile,
    key,
    log: () => canaries.lines,
    newKey: async (order) => {
      const made = await issueApiKey(keysFile, { owner: 'tests', ...order });
      canaries.learn('credential', made.text);
      // A look that is under way may have begun before the key was there, and is not joined.
      await until('the new key is known', async () => {
        await gateway.parts.keys.look();
        const found = gateway.parts.keys.verify(made.text);
        return !(found instanceof Refusal && found.reason === 'unknown-key');
      });
      return made.text;
    },
    call: (method, path, options) => send(method, path, { key, ...options }),
    raw: async (request) => checked(url, check, request.method ?? 'GET', request.path, await sendRaw(url, request)),
  };
}

/** Calls of one gateway, each answer held against the description. */
export function sendTo(
  url: string,
  check: OpenApiCheck,
): (method: string, path: string, options?: CallOptions) => Promise<Answer> {
  return async (method, path, options = {}) =>
    checked(url, check, method, path, await call(url, method, path, options));
}

function checked(url: string, check: OpenApiCheck, method: string, path: string, answer: Omit<Answer, 'json'>): Answer {
  searchAnswerOf(url, method, path, answer);
  check.check(method, path, answer);
  return { ...answer, json: <T>() => JSON.parse(answer.text) as T };
}

async function call(url: string, method: string, path: string, options: CallOptions): Promise<Omit<Answer, 'json'>> {
  const { key, headers, body, bytes } = options;
  const answer = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body !== undefined ? JSON.stringify(body) : ((bytes as BodyInit | undefined) ?? null),
    signal: AbortSignal.timeout(20_000),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
