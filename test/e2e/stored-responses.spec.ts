import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Redis } from 'ioredis';
import { callerBudgets } from '../../libs/callers/src/index.js';
import {
  type DriveFile,
  findFileByName,
  findSpace,
  issueKeyFor,
  parseProblem,
  type ListResponse,
} from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack } from '../support/gateway-stack.js';
import { LocalServer, respondWithJson } from '../support/local-server.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';

const audience = 'koodrive-gateway';
const subject = 'reports';
let issuer: LocalServer;
let redis: RedisServer;
let client: Redis;
let stack: GatewayStack;
let gateway: string;
let spaceId: string;
let signToken: (scope: string) => Promise<string>;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one' }];
  issuer = await LocalServer.start((response) => respondWithJson(response, { keys }));
  signToken = (scope) =>
    new SignJWT({ iss: issuer.origin, aud: audience, sub: subject, scope, koodrive_user: stack.userId })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setExpirationTime('5m')
      .sign(privateKey);
  // The policy of many managed services. With the memory of a test, the responses of the last test evict the rest.
  redis = await startRedis({ extraArgs: ['--maxmemory', '10mb', '--maxmemory-policy', 'volatile-lru'] });
  client = new Redis(redis.url);
  ({ stack, gateway } = await startSignInStack({
    env: {
      REDIS_URL: redis.url,
      JWT_ISSUER: issuer.origin,
      JWT_AUDIENCE: audience,
      JWT_JWKS_URL: `${issuer.origin}/jwks`,
      JWT_USER_CLAIM: 'koodrive_user',
    },
  }));
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterAll(async () => {
  await stack.close();
  client.disconnect();
  await redis.stop();
  await issuer.close();
});

let lastKeyNumber = 0;
const createIdempotencyHeaders = () => ({ 'idempotency-key': `stored-${(lastKeyNumber += 1)}` });
const isReplayed = ({ headers }: GatewayResponse): boolean => headers.get('idempotent-replayed') === 'true';
const countCalls = (operation: string): number => stack.sandbox.counters().byOperation[operation] ?? 0;
const listRecordKeys = (): Promise<string[]> => client.keys('koodrive:idempotency:*');
const sendBatch = (key: string, headers: Record<string, string>, paths: readonly string[]): Promise<GatewayResponse> =>
  stack.call('POST', '/v1/batch', {
    key,
    headers,
    body: { requests: paths.map((path, position) => ({ id: String(position), path })) },
  });
const readStatuses = (response: GatewayResponse): number[] =>
  response.json<{ responses: { status: number }[] }>().responses.map(({ status }) => status);

describe('S31: an Idempotency-Key', () => {
  it('of a batch is ignored: a token of the same subject without the scope of a read does not get it', async () => {
    const headers = createIdempotencyHeaders();
    const paths = ['/v1/me', '/v1/spaces'];
    const wide = await sendBatch(await signToken('me:read spaces:read'), headers, paths);
    expect(readStatuses(wide)).toEqual([200, 200]);
    const narrow = await sendBatch(await signToken('me:read'), headers, paths);
    expect([readStatuses(narrow), isReplayed(narrow)]).toEqual([[200, 403], false]);
    // Another body with the same key is no error either, since nothing is stored.
    expect((await sendBatch(await signToken('me:read'), headers, ['/v1/me'])).status).toBe(200);
    expect(await listRecordKeys()).toEqual([]);
  });

  it('of another read by POST is ignored: pre-signed URLs are created again, not stored for a day', async () => {
    const headers = createIdempotencyHeaders();
    const { items } = (await stack.call('GET', `/v1/spaces/${spaceId}/files`)).json<ListResponse<DriveFile>>();
    const body = { fileIds: [items.find(({ kind }) => kind === 'file')?.id] };
    const before = countCalls('getDownLoadUrl');
    for (let repetition = 1; repetition <= 2; repetition += 1) {
      const response = await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { headers, body });
      expect([response.status, isReplayed(response)]).toEqual([200, false]);
      expect(countCalls('getDownLoadUrl')).toBe(before + repetition);
    }
    expect(await listRecordKeys()).toEqual([]);
  });

  it('of a caller with a used up budget is rejected before the write; without the key it is carried out', async () => {
    const { budgetLedger } = stack.gateway.context;
    const { maxBytes, maxItems } = callerBudgets.storedResponses;
    await budgetLedger.admit('storedResponses', `jwt:${subject}`, { id: 'earlier', bytes: maxBytes, ttlMs: 90_000 });
    const key = await signToken('files:write');
    const path = `/v1/spaces/${spaceId}/folders`;
    const before = countCalls('createDirectory');
    const rejected = await stack.call('POST', path, {
      key,
      headers: createIdempotencyHeaders(),
      body: { name: 'within the budget' },
    });
    expect(parseProblem(rejected)).toMatchObject({ status: 429, code: 'too-many-requests', retryable: true });
    expect(parseProblem(rejected).detail).toContain(String(maxItems));
    expect(Number(rejected.headers.get('retry-after'))).toBeGreaterThan(80);
    expect(countCalls('createDirectory')).toBe(before);
    const withoutKey = await stack.call('POST', path, { key, body: { name: 'within the budget' } });
    expect(withoutKey.status).toBe(201);
    await budgetLedger.release('storedResponses', `jwt:${subject}`, 'earlier');
  });

  it('of a write whose response is too large to be stored gets a problem that says what happened', async () => {
    const send = (): Promise<GatewayResponse> =>
      stack.call('POST', `/v1/spaces/${spaceId}/folders`, { headers, body: { name: 'with a large response' } });
    const headers = createIdempotencyHeaders();
    expect((await send()).status).toBe(201);
    // No response of the sandbox is that large: the record is replaced by that of a large one.
    const [storedKey = ''] = await listRecordKeys();
    const recordKey = storedKey.replace('koodrive:', '');
    const { vault, store } = stack.gateway.context;
    const stored = await store.get(recordKey);
    const record = JSON.parse(vault.decrypt(recordKey, stored ?? Buffer.alloc(0)).toString()) as { response: object };
    const large = { ...record, response: { ...record.response, body: null, bodyOmitted: true } };
    await store.set(recordKey, vault.encrypt(recordKey, Buffer.from(JSON.stringify(large))), 60_000);
    const before = countCalls('createDirectory');
    const repeated = await send();
    expect(parseProblem(repeated)).toMatchObject({ status: 409, code: 'response-not-stored', retryable: false });
    expect(parseProblem(repeated).detail).toContain('with status 201');
    expect([isReplayed(repeated), countCalls('createDirectory')]).toEqual([true, before]);
  });
});

describe('S31: twenty batches of 1 MB, in a Redis of 10 MB, under Idempotency-Keys', () => {
  it('evict nothing from Redis: a browser stays signed in, and a stored response is replayed', async () => {
    const browser = new SimulatedBrowser();
    await signIn(browser, gateway, stack.userId);
    const headers = createIdempotencyHeaders();
    const createFolder = (): Promise<GatewayResponse> =>
      stack.call('POST', `/v1/spaces/${spaceId}/folders`, { headers, body: { name: 'before the flood' } });
    const first = await createFolder();
    const amaraKey = await issueKeyFor(stack, 'Amara Okafor');
    const departmentId = (await findSpace(stack, 'department', amaraKey)).id;
    const folder = await findFileByName(stack, departmentId, 'Measurements', { key: amaraKey });
    const paths = Array.from({ length: 50 }, (_, position) => {
      const sort = ['name', '-name', 'size', '-size', 'modifiedAt'][position % 5] ?? '';
      return `/v1/spaces/${departmentId}/files?parent=${folder.id}&sort=${sort}&limit=${91 + Math.floor(position / 5)}`;
    });
    for (let batch = 0; batch < 20; batch += 1) {
      const response = await sendBatch(amaraKey, createIdempotencyHeaders(), paths);
      expect(response.status).toBe(200);
      expect(response.text.length).toBeGreaterThan(1_000_000);
    }
    expect(/evicted_keys:(\d+)/.exec(await client.info('stats'))?.[1]).toBe('0');
    expect((await browser.fetchSameOrigin('GET', `${gateway}/v1/me`)).status).toBe(200);
    const repeated = await createFolder();
    expect([isReplayed(repeated), repeated.text]).toEqual([true, first.text]);
  });
});
