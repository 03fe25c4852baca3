import { afterEach, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import {
  type GatewayResponse,
  type GatewayStack,
  type GatewayStackOptions,
  startGatewayStack,
} from '../support/gateway-stack.js';
import { findFreePort } from '../support/ports.js';
import { waitUntil } from '../support/wait-until.js';

const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function startStack(options: GatewayStackOptions = {}): Promise<GatewayStack> {
  const stack = await startGatewayStack(options);
  closeables.push(stack);
  return stack;
}

const unknownUserId = '1099511627776000001';
const findUserId = (stack: GatewayStack, wanted: 'enabled' | 'disabled'): string =>
  stack.sandbox
    .users()
    .find(({ userId, status }) => userId !== stack.userId && status === (wanted === 'enabled' ? 0 : 1))?.userId ?? '';
const readDepartments = (stack: GatewayStack, key = stack.key): Promise<GatewayResponse> =>
  stack.call('GET', '/v1/departments', { key, headers: { 'cache-control': 'no-cache' } });
function describeResponse(response: GatewayResponse): unknown[] {
  const { code, retryable } = response.json();
  return [response.status, code, retryable];
}

const userNotAccepted = [403, 'user-not-accepted', false];
const noCredential = [503, 'credential-source-unavailable', true];

interface TroubleLine {
  readonly dependency?: string;
  readonly capability?: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly downMs?: number;
}
const readTroubles = (stack: GatewayStack): readonly TroubleLine[] =>
  stack
    .readLogLines()
    .map((line) => JSON.parse(line) as TroubleLine)
    .filter(({ dependency }) => dependency !== undefined);
async function readState(stack: GatewayStack, dependency = 'koodrive'): Promise<unknown> {
  const { dependencies } = (await stack.call('GET', '/ready')).json<{ dependencies: { name: string }[] }>();
  return dependencies.find(({ name }) => name === dependency);
}
const isUp = async (stack: GatewayStack): Promise<boolean> =>
  JSON.stringify(await readState(stack)) === JSON.stringify({ name: 'koodrive', state: 'up' });
/** The checks whether KooDrive accepts the app, by the signature of another user. */
const countChecks = (stack: GatewayStack): number =>
  stack.sandbox.ledger().filter(({ operation }) => operation === 'getUnreadCount').length;

describe('A user whom KooDrive does not accept', () => {
  it.each([
    ['unknown', () => unknownUserId],
    ['disabled', (stack: GatewayStack) => findUserId(stack, 'disabled')],
  ])('is told to the caller in the first call of all: one that is %s', async (_kind, find) => {
    const stack = await startStack();
    const key = await stack.issueKey({ scopes: ['*'], userId: find(stack) });
    expect(describeResponse(await readDepartments(stack, key))).toEqual(userNotAccepted);
    expect(readTroubles(stack)).toEqual([]);
    expect(await readState(stack)).toEqual({ name: 'koodrive', state: 'up' });
  });

  it('is told in Chinese too, and for operations that take an app token', async () => {
    const stack = await startStack();
    const key = await stack.issueKey({ scopes: ['*'], userId: findUserId(stack, 'disabled') });
    const response = await stack.call('GET', '/v1/permission-templates', { key, headers: { 'accept-language': 'zh' } });
    expect(describeResponse(response)).toEqual(userNotAccepted);
    expect(response.json().title).toBe('用户不被接受');
    expect(readTroubles(stack)).toEqual([]);
  });

  it('is told for the user of X-On-Behalf-Of, while the caller acts for others', async () => {
    const stack = await startStack();
    const key = await stack.issueKey({ scopes: ['*', 'act-for:users'] });
    const actFor = (userId: string) =>
      stack.call('GET', '/v1/departments', { key, headers: { 'x-on-behalf-of': userId, 'cache-control': 'no-cache' } });
    expect(describeResponse(await actFor(unknownUserId))).toEqual(userNotAccepted);
    expect((await actFor(findUserId(stack, 'enabled'))).status).toBe(200);
  });

  it('is accepted at once when enabled again, and a write with an Idempotency-Key is then executed', async () => {
    const stack = await startStack();
    const userId = findUserId(stack, 'enabled');
    const key = await stack.issueKey({ scopes: ['*'], userId });
    const setStatus = (status: string) => stack.call('PATCH', `/v1/users/${userId}`, { body: { status } });
    const { items } = (await stack.call('GET', '/v1/spaces', { key })).json<{
      items: { id: string; kind: string }[];
    }>();
    const spaceId = items.find(({ kind }) => kind === 'individual')?.id ?? '';
    const createFolder = () =>
      stack.call('POST', `/v1/spaces/${spaceId}/folders`, {
        key,
        body: { name: 'Reports' },
        headers: { 'idempotency-key': 'folder-of-a-disabled-user' },
      });
    expect((await setStatus('disabled')).status).toBe(200);
    expect(describeResponse(await createFolder())).toEqual(userNotAccepted);
    expect((await setStatus('enabled')).status).toBe(200);
    expect((await createFolder()).status).toBe(201);
    expect((await readDepartments(stack, key)).status).toBe(200);
  });

  it('costs few checks, opens no breaker and is no trouble, however many calls there are', async () => {
    const stack = await startStack();
    const key = await stack.issueKey({ scopes: ['*'], userId: findUserId(stack, 'disabled') });
    const startedAt = performance.now();
    for (let round = 0; round < 10; round += 1) {
      const responses = await Promise.all(Array.from({ length: 50 }, () => readDepartments(stack, key)));
      expect(responses.map(describeResponse)).toEqual(responses.map(() => userNotAccepted));
    }
    expect(countChecks(stack)).toBeGreaterThan(0);
    // The result of a check is remembered for five seconds.
    expect(countChecks(stack)).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - startedAt) / 5_000));
    expect((await readDepartments(stack)).status).toBe(200);
    expect(readTroubles(stack)).toEqual([]);
  }, 60_000);
});

describe('A secret that KooDrive does not accept', () => {
  it('of the app is named once in the log and at /ready; callers get 503 until it is corrected', async () => {
    const port = await findFreePort();
    const stack = await startStack({ sandbox: { port }, env: { KOODRIVE_APP_SECRET: 'corrected later' } });
    for (let call = 0; call < 10; call += 1)
      expect(describeResponse(await readDepartments(stack))).toEqual(noCredential);
    const key = await stack.issueKey({ scopes: ['*'], userId: findUserId(stack, 'disabled') });
    expect(describeResponse(await readDepartments(stack, key))).toEqual(noCredential);
    const trouble = { dependency: 'koodrive', capability: 'signatures', reason: 'credentials-rejected' };
    expect(readTroubles(stack)).toMatchObject([
      { ...trouble, detail: expect.stringContaining('KOODRIVE_APP_SECRET') as unknown },
    ]);
    expect(await readState(stack)).toEqual({ name: 'koodrive', state: 'down', reason: 'credentials-rejected' });
    // Three users were compared, each by two attempts, in the ten calls.
    expect(countChecks(stack)).toBeLessThan(20);

    await stack.sandbox.close();
    const corrected = await startSandbox({ port, appSecret: 'corrected later' });
    closeables.push(corrected);
    await waitUntil('a call to succeed', async () => (await readDepartments(stack)).status === 200);
    await waitUntil('the end of the trouble', () => isUp(stack));
    expect(describeResponse(await readDepartments(stack, key))).toEqual(userNotAccepted);
    expect(readTroubles(stack).filter(({ downMs }) => downMs !== undefined)).toHaveLength(1);
  }, 30_000);

  it('of the app is suspected if there is no other user to compare with', async () => {
    const env = {
      KOODRIVE_APP_SECRET: 'wrong',
      KOODRIVE_APP_TOKEN_URL: '',
      KOODRIVE_CLIENT_ID: '',
      KOODRIVE_CLIENT_SECRET: '',
    };
    const stack = await startStack({ env });
    expect(describeResponse(await readDepartments(stack))).toEqual(noCredential);
    expect(readTroubles(stack)).toMatchObject([
      { reason: 'credentials-unconfirmed', detail: expect.stringContaining('KOODRIVE_APP_SECRET') as unknown },
    ]);
    expect(await readState(stack)).toMatchObject({ state: 'down', reason: 'credentials-unconfirmed' });
  });

  it('of the token endpoint is named', async () => {
    const stack = await startStack({ env: { KOODRIVE_CLIENT_SECRET: 'wrong' } });
    expect(describeResponse(await stack.call('GET', '/v1/permission-templates'))).toEqual(noCredential);
    expect(readTroubles(stack)).toMatchObject([
      {
        dependency: 'tokenEndpoint',
        reason: 'credentials-rejected',
        detail: expect.stringContaining('KOODRIVE_CLIENT_SECRET') as unknown,
      },
    ]);
    expect((await readDepartments(stack)).status).toBe(200);
  });
});

describe('A clock that differs from that of KooDrive', () => {
  const hourMs = 60 * 60 * 1000;

  it.each([1, -1])('by %i h is corrected', async (hours) => {
    const stack = await startStack();
    stack.sandbox.clock.advance(hours * hourMs);
    expect((await readDepartments(stack)).status).toBe(200);
    expect(readTroubles(stack)).toEqual([]);
  });

  it.each([72, -72])('by %i h is told, before secret and user are suspected, until it is right', async (hours) => {
    const stack = await startStack();
    stack.sandbox.clock.advance(hours * hourMs);
    const key = await stack.issueKey({ scopes: ['*'], userId: unknownUserId });
    for (const user of [stack.key, key])
      expect(describeResponse(await readDepartments(stack, user))).toEqual(noCredential);
    expect(readTroubles(stack)).toMatchObject([
      { capability: 'signatures', reason: 'clock-skew', detail: expect.stringMatching(/ -?259[12]\d\d s$/) as unknown },
    ]);
    expect(await readState(stack)).toEqual({ name: 'koodrive', state: 'down', reason: 'clock-skew' });
    expect(countChecks(stack)).toBe(0);
    stack.sandbox.clock.advance(-hours * hourMs);
    expect((await readDepartments(stack)).status).toBe(200);
    await waitUntil('the end of the trouble', () => isUp(stack));
    expect(describeResponse(await readDepartments(stack, key))).toEqual(userNotAccepted);
  });
});
