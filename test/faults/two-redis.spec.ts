import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DriveFile, ListResponse, ProblemBody, Space } from '../support/gateway-api.js';
import { type GatewayInstances, startGatewayInstances } from '../support/gateway-instances.js';
import type { GatewayResponse } from '../support/gateway-stack.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import type { SendRequest, TestCaller } from '../support/requests/generator-context.js';
import { waitUntil } from '../support/wait-until.js';

describe('S31: two gateways with one Redis for cached responses and one for the rest', () => {
  let instances: GatewayInstances;
  let caller: TestCaller;
  let browserCaller: TestCaller;
  let filesPath: string;
  const restarted: RedisServer[] = [];

  beforeEach(async () => {
    instances = await startGatewayInstances({ separateCacheRedis: true });
    caller = await instances.createKeyCaller('Mei Lin');
    browserCaller = await instances.createBrowserCaller('Mei Lin');
    const { items } = (await send('writer', 'GET', '/v1/spaces?kind=individual')).json<ListResponse<Space>>();
    filesPath = `/v1/spaces/${items[0]?.id ?? ''}/files`;
  });
  afterEach(async () => {
    await instances.close();
    for (const redis of restarted.splice(0)) await redis.stop();
  });

  const send = (
    instance: 'writer' | 'reader',
    method: string,
    path: string,
    { headers = {}, ...options }: Parameters<SendRequest>[2] = {},
  ): Promise<GatewayResponse> =>
    instances[instance](method, path, { ...options, headers: { ...caller.headers, ...headers } });

  const restart = async ({ port }: RedisServer): Promise<void> => void restarted.push(await startRedis({ port }));
  const isCached = async (instance: 'writer' | 'reader'): Promise<boolean> =>
    /; hit/.test((await send(instance, 'GET', filesPath)).headers.get('cache-status') ?? '');
  const waitUntilCached = (): Promise<unknown> =>
    waitUntil('cached responses on both', async () => (await isCached('writer')) && (await isCached('reader')), {
      timeoutMs: 8_000,
      intervalMs: 50,
    });
  const createFolder = (instance: 'writer' | 'reader', name: string, key?: string): Promise<GatewayResponse> =>
    send(instance, 'POST', filesPath.replace(/files$/, 'folders'), {
      body: { name },
      headers: key === undefined ? {} : { 'idempotency-key': key },
    });

  /** A write through each instance is in the next read through the other. */
  async function expectExactReads(label: string): Promise<void> {
    for (let round = 1; round <= 6; round += 1) {
      const [writer, reader] = round % 2 ? (['writer', 'reader'] as const) : (['reader', 'writer'] as const);
      await send(reader, 'GET', `${filesPath}?limit=100`);
      const created = await createFolder(writer, `${label} ${round}`);
      expect(created.status).toBe(201);
      const { items } = (await send(reader, 'GET', `${filesPath}?limit=100`)).json<ListResponse<DriveFile>>();
      expect(items.map(({ id }) => id)).toContain(created.json<DriveFile>().id);
    }
  }

  /** The same key through both instances: executed once, and replayed. */
  async function expectExecutedOnce(key: string): Promise<void> {
    const first = await createFolder('writer', `Once ${key}`, key);
    const second = await createFolder('reader', `Once ${key}`, key);
    expect([first.status, second.status, second.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(second.text).toBe(first.text);
  }

  const readState = async (): Promise<unknown> => (await send('reader', 'GET', '/ready')).json();
  const getAsBrowser = async (): Promise<number> =>
    (await instances.reader('GET', '/v1/me', { headers: browserCaller.headers })).status;

  it('bypass the cache while its Redis is down, and hold all their promises', async () => {
    await waitUntilCached();
    await instances.cacheRedis.kill();
    await expectExactReads('Without cache');
    await expectExecutedOnce('without-cache');
    expect(await getAsBrowser()).toBe(200);
    expect(await isCached('writer')).toBe(false);
    await waitUntil('the outage in /ready', async () =>
      JSON.stringify(await readState()).includes('"cacheStore":"down"'),
    );
    expect(await readState()).toMatchObject({ status: 'degraded', store: 'up', cacheStore: 'down' });
    await restart(instances.cacheRedis);
    await waitUntilCached();
    await expectExactReads('With cache again');
  });

  it('cache exactly while the other Redis is down, and promise nothing', async () => {
    await waitUntilCached();
    await instances.redis.kill();
    expect([await isCached('writer'), await isCached('reader')]).toEqual([true, true]);
    await expectExactReads('Without store');
    const rejected = await createFolder('writer', 'Promised', 'without-store');
    expect([rejected.status, rejected.json<ProblemBody>().code]).toEqual([503, 'store-unavailable']);
    expect(await getAsBrowser()).toBe(503);
    expect(await readState()).toMatchObject({ status: 'degraded', store: 'down', cacheStore: 'up' });
    await restart(instances.redis);
    await waitUntil('the store', async () => JSON.stringify(await readState()).includes('"store":"up"'));
    await expectExecutedOnce('with-store-again');
    await expectExactReads('With store again');
  });
});
