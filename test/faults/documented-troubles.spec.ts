import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { highRateLimits } from '../support/gateway-stack.js';
import { findFreePort } from '../support/ports.js';
import {
  type SandboxProcess,
  type ServiceProcess,
  startGatewayProcess,
  startSandboxProcess,
} from '../support/processes.js';
import {
  type DocumentedTrouble,
  matchesDetail,
  readDocumentedTroubles,
} from '../support/troubles/documented-troubles.js';
import { koodriveCauses } from '../support/troubles/koodrive-causes.js';
import { openIdCauses } from '../support/troubles/openid-causes.js';
import { OperatorView } from '../support/troubles/operator-view.js';
import { redisCauses } from '../support/troubles/redis-causes.js';
import { tokenIssuerCauses } from '../support/troubles/token-issuer-causes.js';
import type { Breakage, CallOptions, TroubleBench, TroubleCause } from '../support/troubles/trouble-cause.js';
import { TroubleTable } from '../support/troubles/trouble-table.js';
import { waitUntil } from '../support/wait-until.js';

jest.setTimeout(120_000);

const causes = [...redisCauses, ...koodriveCauses, ...tokenIssuerCauses, ...openIdCauses];
/** How often the dependency is used while it is broken, after the log told of it. */
const furtherUses = 10;
const maxShownLines = 20;
const waitOptions = { timeoutMs: 45_000, intervalMs: 200 };

let folder: string;
let sandbox: SandboxProcess;
let env: Readonly<Record<string, string>>;
/** Of the gateway. */
let port: number;
let credentials: Pick<TroubleBench, 'userId' | 'key' | 'appKey'>;
const table = new TroubleTable();
const documentedTroubles = await readDocumentedTroubles();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-troubles-'));
  sandbox = await startSandboxProcess();
  port = await findFreePort();
  const userId = (await sandbox.control.getIndex()).users[0]?.userId ?? '';
  const keysFile = join(folder, 'api-keys.json');
  const { text: key } = await issueApiKey(keysFile, { owner: 'troubles', scopes: ['*'], userId });
  const { text: appKey } = await issueApiKey(keysFile, { owner: 'troubles', scopes: ['*'] });
  credentials = { userId, key, appKey };
  env = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    KOODRIVE_BASE_URL: sandbox.url,
    KOODRIVE_OBJECT_STORE_ORIGINS: sandbox.objectStoreUrl,
    KOODRIVE_APP_ID: 'sandbox-app',
    KOODRIVE_APP_SECRET: 'sandbox-app-secret',
    KOODRIVE_APP_TOKEN_URL: sandbox.appTokenUrl,
    KOODRIVE_CLIENT_ID: 'sandbox-client',
    KOODRIVE_CLIENT_SECRET: 'sandbox-client-secret',
    API_KEYS_FILE: keysFile,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    AUDIT_LOG: join(folder, 'audit.log'),
    // Shorter than the delay of the cause that is a KooDrive that does not respond in time.
    REQUEST_TIMEOUT_MS: '1500',
    ...highRateLimits,
  };
});
const stops: (() => unknown)[] = [];
/** Causes that begin while the gateway runs share it where its variables are the same. */
let gateway: { readonly process: ServiceProcess; readonly variables: string } | undefined;
async function stopGateway(): Promise<void> {
  await gateway?.process.kill();
  gateway = undefined;
}
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await sandbox.control.clearFaults();
});
afterAll(async () => {
  table.print();
  await stopGateway();
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
});

function createBench(): TroubleBench {
  const call = async (method: string, path: string, options: CallOptions = {}): Promise<number | undefined> => {
    const { token = credentials.key, headers, body } = options;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    }).catch(() => undefined);
    await response?.arrayBuffer();
    return response?.status;
  };
  return { sandbox, ...credentials, gatewayPort: port, call, stopLater: (stop) => stops.push(stop) };
}

async function startGateway({ env: extraEnv, begin }: Pick<Breakage, 'env' | 'begin'>): Promise<ServiceProcess> {
  const variables = JSON.stringify(extraEnv ?? {});
  if (begin && gateway?.variables === variables) return gateway.process;
  await stopGateway();
  const started = await startGatewayProcess({ port, env: { ...env, ...extraEnv } });
  gateway = { process: started, variables };
  return started;
}

async function startBroken({ prepare }: TroubleCause): Promise<{ view: OperatorView; breakage: Breakage }> {
  const since = new Date();
  const breakage = await prepare(createBench());
  return { view: new OperatorView(await startGateway(breakage), since), breakage };
}

/** Of a failed test: what the gateway told of dependencies, and its last lines. */
function listShownLines(): readonly string[] {
  const lines = gateway?.process.output().split('\n') ?? [];
  return [...lines.filter((line) => line.includes('"dependency"')), '...', ...lines.slice(-maxShownLines)];
}

/** `capability: reason` of each line, in the order in which they were told. */
const listTold = (view: OperatorView, dependency: string): readonly string[] =>
  view.listBegins(dependency).map(({ capability, reason = '' }) => `${capability}: ${reason}`);

/** What must have been told, for the dependency to be down as documented. */
const listRequired = ({ capabilities, reasons }: DocumentedTrouble): readonly string[] =>
  capabilities.map((capability) => `${capability}: ${reasons.at(-1) ?? ''}`);
const listAllowed = ({ capabilities, reasons }: DocumentedTrouble): readonly string[] =>
  capabilities.flatMap((capability) => reasons.map((reason) => `${capability}: ${reason}`));

async function expectDown(view: OperatorView, dependency: string, documented: DocumentedTrouble): Promise<void> {
  const told = listTold(view, dependency);
  expect(told.filter((each) => !listAllowed(documented).includes(each))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
  const lines = view.listBegins(dependency).filter(({ reason }) => reason === documented.reasons.at(-1));
  for (const { level, detail } of lines)
    expect([level, detail, matchesDetail(documented.detail, detail)]).toEqual(['warn', detail, true]);
  // A check is at most a second old.
  const state = await waitUntil('/ready to tell', async () => {
    const found = await view.readState(dependency);
    return found?.state === 'down' && found;
  });
  expect(documented.reasons).toContain(state.reason);
  expect(await view.readReady()).toMatchObject({ httpStatus: 200, status: 'degraded' });
  await waitUntil('the metric', async () => (await view.readMetric(dependency)) === '0');
}

async function expectUp(view: OperatorView, dependency: string, { capabilities }: DocumentedTrouble): Promise<void> {
  const ends = view.listEnds(dependency);
  expect(ends.map(({ capability }) => capability).sort()).toEqual([...capabilities].sort());
  for (const { level, downMs } of ends) expect([level, (downMs ?? 0) > 0]).toEqual(['info', true]);
  await waitUntil('/ready to tell the end', async () => (await view.readState(dependency))?.state === 'up');
  await waitUntil('the metric', async () => (await view.readMetric(dependency)) === '1');
}

async function breakAndMend(cause: TroubleCause, documented: DocumentedTrouble): Promise<void> {
  const dependencies = cause.dependencies ?? [documented.dependency];
  const { view, breakage } = await startBroken(cause);
  if (breakage.begin) {
    await breakage.use();
    expect(view.listTroubled()).toEqual([]);
    for (const dependency of dependencies)
      await waitUntil('the metric', async () => (await view.readMetric(dependency)) === '1');
    await breakage.begin();
  }
  await waitUntil(
    'the log to tell the begin',
    async () => {
      await breakage.use();
      return dependencies.every((dependency) =>
        listRequired(documented).every((each) => listTold(view, dependency).includes(each)),
      );
    },
    waitOptions,
  );
  await Promise.all(Array.from({ length: furtherUses }, () => breakage.use()));
  for (const dependency of dependencies) await expectDown(view, dependency, documented);
  const states = await Promise.all(dependencies.map((dependency) => view.readState(dependency)));
  await breakage.end();
  await waitUntil(
    'the log to tell the end',
    async () => {
      await breakage.use();
      return dependencies.every((each) => view.listEnds(each).length >= documented.capabilities.length);
    },
    waitOptions,
  );
  for (const dependency of dependencies) await expectUp(view, dependency, documented);
  expect(view.listTroubled()).toEqual([...dependencies].sort());
  expect((await view.readReady()).status).toBe('ok');
  table.add(cause, states, view);
}

describe('R19: the table of causes in docs/operations.md', () => {
  it('has the rows that this file causes, and no others', () => {
    expect([...new Set(causes.map(({ cause }) => cause))].sort()).toEqual(
      documentedTroubles.map(({ cause }) => cause).sort(),
    );
  });

  it.each(causes.map((cause) => [[cause.cause, ...(cause.variant ? [cause.variant] : [])].join(', '), cause] as const))(
    '%s: is told as documented, once when it begins and once when it ends',
    async (_name, cause) => {
      const documented = documentedTroubles.find((row) => row.cause === cause.cause);
      if (!documented) throw new Error('the table has no such row');
      try {
        await breakAndMend(cause, documented);
      } catch (error) {
        process.stderr.write(`The gateway wrote:\n${listShownLines().join('\n')}\n`);
        // Its troubles would be those of the next causes.
        await stopGateway();
        throw error;
      }
    },
  );
});

describe('R19: a KooDrive', () => {
  it('that rejects a call, or fails twice in a row, is not told', async () => {
    const since = new Date();
    const view = new OperatorView(await startGateway({ begin: () => undefined }), since);
    const bench = createBench();
    await sandbox.control.addFault({ match: {}, effect: { status: 503 }, times: 2 });
    expect(await bench.call('GET', '/v1/spaces')).toBe(200);
    expect(await bench.call('GET', '/v1/spaces/1/files/2')).toBe(404);
    expect(view.listTroubled()).toEqual([]);
  });
});
