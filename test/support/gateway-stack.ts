import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, type Gateway } from '../../apps/gateway/src/application.js';
import { OpenApiController } from '../../apps/gateway/src/http/openapi/openapi.controller.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { SandboxSettings } from '../../apps/sandbox/src/options.js';
import { type GrantedScope, issueApiKey, AuthenticationFailure } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import type { Clock } from '../../libs/store/src/index.js';
import { highRateLimits } from './production-environment.js';
import { SecretScanner, scanGatewayResponse } from './secret-scanner.js';
import { waitUntil } from './wait-until.js';
import { type OpenApiDocument, OpenApiValidator } from './openapi-validator.js';
import { type RawRequest, requestTimeoutMs, sendRawRequest } from './raw-http.js';

export interface GatewayStackOptions {
  readonly sandbox?: SandboxSettings;
  /** Environment variables of the gateway. They override those that the stack sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** The clock of the gateway; the system clock by default. */
  readonly clock?: Clock;
}

/** A response of the gateway with its complete body. */
export interface GatewayResponse {
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
  /** Sent unchanged. */
  readonly bytes?: Uint8Array | string;
}

/** A gateway in front of a sandbox, both in this process, both with real sockets. */
export interface GatewayStack {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  /** The sandbox's first user: a system administrator. */
  readonly userId: string;
  /** The file of API keys. */
  readonly keysFile: string;
  /** A key with all scopes, for that user. */
  readonly key: string;
  /** The lines of the gateway's log so far, of every level; each is a JSON text. */
  readLogLines(): readonly string[];
  issueKey(options: { scopes: readonly GrantedScope[]; userId?: string; expiresAt?: Date }): Promise<string>;
  /** The OpenAPI description that the gateway serves. */
  readonly openApiDocument: OpenApiDocument;
  /** Calls with the stack's key unless the options name another. Every response is validated against the description. */
  call(method: string, path: string, options?: CallOptions): Promise<GatewayResponse>;
  /** The same for requests that fetch would not send. It adds no key. */
  sendRaw(request: RawRequest): Promise<GatewayResponse>;
  close(): Promise<void>;
}

/** The environment of a gateway in front of `sandbox`. */
export function buildGatewayEnvironment(sandbox: Sandbox, keysFile: string): Record<string, string> {
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
    ...highRateLimits,
  };
}

/**
 * Starts a sandbox and a gateway. If one fails to start, everything that was started is stopped: an open handle would keep
 * the test run from exiting.
 */
export async function startGatewayStack(options: GatewayStackOptions = {}): Promise<GatewayStack> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    const errors: unknown[] = [];
    for (const cleanUp of cleanups.splice(0).reverse()) {
      await cleanUp().catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw errors[0];
  };
  try {
    return { ...(await assembleStack(options, (cleanUp) => cleanups.push(cleanUp))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assembleStack(
  { sandbox: settings, env, clock }: GatewayStackOptions,
  addCleanup: (cleanUp: () => Promise<unknown>) => void,
): Promise<Omit<GatewayStack, 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-test-'));
  addCleanup(() => rm(folder, { recursive: true, force: true }));
  const keysFile = join(folder, 'api-keys.json');
  const scanner = new SecretScanner();
  const sandbox = await startSandbox({ ...scanner.plantedSecrets, ...settings, onSecret: scanner.addSecret });
  addCleanup(() => sandbox.close());
  const userId = sandbox.users()[0]?.userId ?? '';
  const { text: key } = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId });
  scanner.addSecret('credential', key);
  const configuration = loadConfiguration({
    ...buildGatewayEnvironment(sandbox, keysFile),
    ...env,
    // The scanner searches all lines; none is printed.
    LOG_LEVEL: 'trace',
  });
  const { target } = configuration.upstream;
  if (target.kind !== 'remote') throw new Error('the stack starts its own sandbox');
  const gateway = await createGateway(configuration, target, clock, scanner.logStream);
  addCleanup(() => gateway.close().then(() => scanner.scanLogs(configuration.telemetry.auditLogDestination)));
  await gateway.app.listen({ host: '127.0.0.1', port: configuration.server.port });
  const url = await gateway.app.getUrl();
  const description = gateway.app.get(OpenApiController).document() as unknown as OpenApiDocument;
  const validator = new OpenApiValidator(description);
  addCleanup(scanner.scanGateway(url));
  const send = createSender(url, validator);
  return {
    url,
    openApiDocument: description,
    sandbox,
    gateway,
    userId,
    keysFile,
    key,
    readLogLines: () => scanner.logLines,
    issueKey: async (keyOptions) => {
      const issued = await issueApiKey(keysFile, { owner: 'tests', ...keyOptions });
      scanner.addSecret('credential', issued.text);
      // A reload in progress may have started before the key was written.
      await waitUntil('the gateway to know the new key', async () => {
        await gateway.context.apiKeyRegistry.reloadIfChanged();
        const result = gateway.context.apiKeyRegistry.verify(issued.text);
        return !(result instanceof AuthenticationFailure && result.reason === 'unknown-key');
      });
      return issued.text;
    },
    call: (method, path, options) => send(method, path, { key, ...options }),
    sendRaw: async (request) =>
      validateResponse(url, validator, request.method ?? 'GET', request.path, await sendRawRequest(url, request)),
  };
}

/** @returns a function that calls a gateway and validates each response against the description */
export function createSender(
  url: string,
  validator: OpenApiValidator,
): (method: string, path: string, options?: CallOptions) => Promise<GatewayResponse> {
  return async (method, path, options = {}) =>
    validateResponse(url, validator, method, path, await sendRequest(url, method, path, options));
}

function validateResponse(
  url: string,
  validator: OpenApiValidator,
  method: string,
  path: string,
  response: Omit<GatewayResponse, 'json'>,
): GatewayResponse {
  scanGatewayResponse(url, method, path, response);
  validator.validateResponse(method, path, response);
  return { ...response, json: <T>() => JSON.parse(response.text) as T };
}

async function sendRequest(
  url: string,
  method: string,
  path: string,
  options: CallOptions,
): Promise<Omit<GatewayResponse, 'json'>> {
  const { key, headers, body, bytes } = options;
  const defaultHeaders: Record<string, string> = {};
  if (key) defaultHeaders.authorization = `Bearer ${key}`;
  if (body !== undefined) defaultHeaders['content-type'] = 'application/json';
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...defaultHeaders, ...headers },
    body: body !== undefined ? JSON.stringify(body) : (bytes as BodyInit | undefined),
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Starts another gateway in front of the sandbox of a stack, with its API keys and the same environment variables. */
export async function startSecondGateway(
  { sandbox, keysFile }: Pick<GatewayStack, 'sandbox' | 'keysFile'>,
  env: Readonly<Record<string, string>> = {},
): Promise<Gateway> {
  const configuration = loadConfiguration({ ...buildGatewayEnvironment(sandbox, keysFile), ...env });
  if (configuration.upstream.target.kind !== 'remote') throw new Error('the stack starts its own sandbox');
  const gateway = await createGateway(configuration, configuration.upstream.target);
  await gateway.app.listen({ host: '127.0.0.1', port: configuration.server.port });
  return gateway;
}
