import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { expectedBackMs } from '../../libs/cache/src/instance-presence.js';
import type { ServiceProcess } from '../support/processes.js';
import type { RedisServer } from '../support/redis.js';
import { waitUntil } from '../support/wait-until.js';
import { type Fleet, type TimedResponse, startFleet } from '../support/fleet.js';
import { type DriveFile, noCacheHeaders } from '../support/gateway-api.js';

/** The timeout of a Redis command, after which an instance continues without Redis. */
const redisCommandTimeoutMs = 250;

const parseItems = (response: TimedResponse): DriveFile[] => response.body.items as DriveFile[];
const distinctStatuses = (responses: readonly TimedResponse[]): number[] => [
  ...new Set(responses.map(({ status }) => status)),
];

/** What the log of a gateway says about missing instances: the level, and how many there are. */
const readMissingLines = (gateway: ServiceProcess | undefined): string[] =>
  (gateway?.output() ?? '')
    .split('\n')
    .filter((line) => /"msg":"(an instance has vanished|no instance is missing)/.test(line) && line.endsWith('}'))
    .map((line) => JSON.parse(line) as { level: string; missingInstances?: number })
    .map(({ level, missingInstances }) => `${level}: ${missingInstances ?? 'none'}`);

const waitUntilTold = (gateway: ServiceProcess | undefined, lines: readonly string[]): Promise<unknown> =>
  waitUntil(`the lines ${lines.join(', ')}`, () => readMissingLines(gateway).join() === lines.join());

/** Makes the record of missing instances as old as if that time had passed. */
async function ageRecordOfMissingInstances({ url }: RedisServer, ageMs: number): Promise<void> {
  const redis = new Redis(url);
  try {
    const key = 'koodrive:cache:missing';
    const record = await waitUntil('the record', async () => (await redis.get(key)) ?? undefined);
    const aged = (JSON.parse(record) as [string, number][]).map(([id, since]) => [id, since - ageMs]);
    await redis.set(key, JSON.stringify(aged), 'KEEPTTL');
  } finally {
    redis.disconnect();
  }
}

describe('two gateways on one Redis', () => {
  let fleet: Fleet;
  afterEach(() => fleet.close());

  const findSpacePath = async (): Promise<string> =>
    `/v1/spaces/${parseItems(await fleet.get(0, '/v1/spaces?limit=1'))[0]?.id ?? ''}`;

  it('mint one app token for 200 concurrent callers at a cold start', async () => {
    fleet = await startFleet({ instances: 2, sandboxEnv: { SANDBOX_APP_TOKEN_DELAY_MS: '300' } });
    const path = '/v1/spaces?kind=individual';
    // Different URLs, so that neither the cache nor its coalescing hides a second mint.
    const responses = await Promise.all(
      Array.from({ length: 200 }, (_, i) => fleet.get(i % 2, `${path}&limit=${1 + (i % 100)}`)),
    );
    expect(distinctStatuses(responses)).toEqual([200]);
    expect((await fleet.counters()).appTokensMinted).toBe(1);
  });

  it('show a rename through one instance in the next read through the other', async () => {
    fleet = await startFleet({ instances: 2 });
    const space = await findSpacePath();
    const [file] = parseItems(await fleet.get(0, `${space}/files`));
    if (!file) throw new Error('the seed data has no file');
    for (let round = 1; round <= 20; round += 1) {
      const [writer, reader] = round % 2 ? [0, 1] : [1, 0];
      await fleet.get(reader, `${space}/files`);
      expect((await fleet.get(reader, `${space}/files`)).headers.get('cache-status')).toMatch(/; hit/);
      const renamed = await fleet.send(writer, 'PATCH', `${space}/files/${file.id}`, { name: `Name ${round}` });
      expect(renamed.status).toBe(200);
      const listedFile = parseItems(await fleet.get(reader, `${space}/files`)).find(({ id }) => id === file.id);
      expect(listedFile?.name).toBe(`Name ${round}`);
    }
    expect((await fleet.counters()).refusedForContract).toBe(0);
  });

  it.each([
    ['killed', ({ redis }: Fleet) => redis.kill()],
    ['frozen', async ({ redis }: Fleet) => redis.freeze()],
  ] as const)(
    'continue to read and write when Redis is %s, at most two command timeouts slower than the upstream',
    async (_state, injectFault) => {
      fleet = await startFleet({ instances: 2 });
      const space = await findSpacePath();
      const uncached = await Promise.all(
        [0, 1].map((instance) => fleet.get(instance, `${space}/files`, noCacheHeaders)),
      );
      const normalMs = Math.max(...uncached.map(({ durationMs }) => durationMs));
      await injectFault(fleet);
      const responses: TimedResponse[] = [];
      for (let round = 0; round < 40; round += 1) responses.push(await fleet.get(round % 2, `${space}/files`));
      expect(distinctStatuses(responses)).toEqual([200]);
      expect(Math.max(...responses.map(({ durationMs }) => durationMs))).toBeLessThan(
        normalMs + 2 * redisCommandTimeoutMs,
      );
      const created = await fleet.send(0, 'POST', `${space}/folders`, { name: 'Without Redis' });
      expect(created.status).toBe(201);
      expect(parseItems(await fleet.get(1, `${space}/files?limit=100`)).map(({ name }) => name)).toContain(
        'Without Redis',
      );
      fleet.redis.thaw();
    },
  );

  it('log that an instance has vanished, and that it is back or given up', async () => {
    fleet = await startFleet({ instances: 2, gatewayEnv: { LOG_LEVEL: 'info' } });
    const [survivor, other] = fleet.gateways;
    other?.signal('SIGSTOP');
    await waitUntilTold(survivor, ['warn: 1']);
    other?.signal('SIGCONT');
    await waitUntilTold(survivor, ['warn: 1', 'info: none']);
    await other?.kill();
    await waitUntilTold(survivor, ['warn: 1', 'info: none', 'warn: 1']);
    await ageRecordOfMissingInstances(fleet.redis, expectedBackMs);
    await waitUntilTold(survivor, ['warn: 1', 'info: none', 'warn: 1', 'info: none']);
  }, 30_000);

  it('cache responses again when Redis is back', async () => {
    fleet = await startFleet({ instances: 2 });
    const space = await findSpacePath();
    fleet.redis.freeze();
    expect((await fleet.get(0, `${space}/files`)).status).toBe(200);
    fleet.redis.thaw();
    await waitUntil(
      'a cached response',
      async () => /; hit/.test((await fleet.get(0, `${space}/files`)).headers.get('cache-status') ?? ''),
      { timeoutMs: 5_000, intervalMs: 100 },
    );
  });
});
