import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { dayMs } from '../../libs/store/src/index.js';
import { findSpace, parseProblem } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { RawConnection } from '../support/raw-connection.js';
import { RedisRelay } from '../support/redis/relay.js';
import { waitUntil } from '../support/wait-until.js';

/** The scripts that a call runs on its record, in this order. */
const scripts = ['claim', 'confirmation', 'end'] as const;
type Script = (typeof scripts)[number];
type Silence = 'hold-request' | 'hold-reply' | 'reset-request';

let redis: RedisServer;
let relay: RedisRelay;
let direct: Redis;
let stack: GatewayStack;
let foldersPath: string;
beforeEach(async () => {
  redis = await startRedis();
  relay = await RedisRelay.start(redis.port);
  direct = new Redis(redis.url);
  stack = await startGatewayStack({ env: { REDIS_URL: relay.url } });
  foldersPath = `/v1/spaces/${(await findSpace(stack, 'individual')).id}/folders`;
});
afterEach(async () => {
  relay.clear();
  await stack.close();
  direct.disconnect();
  await relay.close();
  await redis.stop();
});

const createFolder = (): Promise<GatewayResponse> =>
  stack.call('POST', foldersPath, { body: { name: 'Once' }, headers: { 'idempotency-key': 'one-key' } });
const countFolders = (): number => stack.sandbox.counters().byOperation['createDirectory'] ?? 0;
const findRecord = async (): Promise<string | undefined> => (await direct.keys('koodrive:idempotency:*'))[0];
const holdFrom = (script: Script, silence: Silence) =>
  relay.intercept({ command: 'EVAL', key: /idempotency:/, skip: scripts.indexOf(script) }, silence);
const waitUntilNoRecord = (): Promise<unknown> =>
  waitUntil('the record to be gone', async () => (await findRecord()) === undefined);
/** The first response that is not due to the outage, or to a claim that Redis set late. */
const repeatUntilAvailable = (): Promise<GatewayResponse> =>
  waitUntil('the key to be usable', async () => {
    const response = await createFolder();
    const { code } = response.status < 400 ? { code: 'none' } : parseProblem(response);
    return !['store-unavailable', 'idempotency-in-progress'].includes(code) && response;
  });

describe('an Idempotency-Key while Redis is silent', () => {
  it.each<[Script, Silence]>([
    ['claim', 'hold-request'],
    ['claim', 'hold-reply'],
    ['confirmation', 'hold-request'],
    ['confirmation', 'hold-reply'],
  ])('from the %s on (%s): 503, nothing is done, and the record does not stay', async (script, silence) => {
    const held = holdFrom(script, silence);
    const rejected = createFolder();
    await held.reached;
    expect(parseProblem(await rejected)).toMatchObject({ status: 503, code: 'store-unavailable', retryable: true });
    held.release();
    await waitUntilNoRecord();
    expect(countFolders()).toBe(0);
    expect([(await repeatUntilAvailable()).status, countFolders()]).toEqual([201, 1]);
  });

  it.each<Silence>(['hold-request', 'hold-reply', 'reset-request'])(
    'when the response is stored (%s): it is given, and replayed when Redis is back',
    async (silence) => {
      const held = holdFrom('end', silence);
      const first = await createFolder();
      expect([first.status, held.count]).toEqual([201, 1]);
      held.release();
      const repeated = await repeatUntilAvailable();
      expect([repeated.headers.get('idempotent-replayed'), repeated.text, countFolders()]).toEqual([
        'true',
        first.text,
        1,
      ]);
    },
  );

  it.each<Silence>(['hold-request', 'hold-reply', 'reset-request'])(
    'when nothing was done (%s): the record is deleted when Redis is back, and the call is executed',
    async (silence) => {
      const held = holdFrom('end', silence);
      stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { code: 13000304 }, times: 1 });
      const failed = parseProblem(await createFolder());
      expect([failed.status, failed.retryable, held.count]).toEqual([409, true, 1]);
      held.release();
      await waitUntilNoRecord();
      expect((await repeatUntilAvailable()).status).toBe(201);
    },
  );
});

describe('the claim of an Idempotency-Key', () => {
  it('ends with its call when the client has gone: its record is not renewed, and a repetition is not told to wait', async () => {
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { delayMs: 500 }, times: 1 });
    const body = JSON.stringify({ name: 'Once' });
    const client = await RawConnection.open(stack.url);
    client.send(
      `POST ${foldersPath} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${stack.key}\r\nidempotency-key: one-key\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    const readLifeMs = async (): Promise<number> => direct.pttl((await findRecord()) ?? '');
    await waitUntil('the claim to be confirmed', async () => (await readLifeMs()) > dayMs / 2);
    client.destroy();
    // It would have been renewed after five seconds.
    await waitUntil('the life of the record to shrink', async () => (await readLifeMs()) < dayMs - 7_000);
    const repeated = await createFolder();
    expect([repeated.status === 201, repeated.status === 504]).toContain(true);
    expect([repeated.headers.get('idempotent-replayed'), countFolders()]).toEqual(['true', 1]);
  });
});
