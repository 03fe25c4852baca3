import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/deadline.js';
import { type Fleet, type Reply, startFleet } from '../support/fleet.js';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

const items = (reply: Reply): Entry[] => reply.body.items as Entry[];
const statuses = (replies: readonly Reply[]): number[] => [...new Set(replies.map(({ status }) => status))];

describe('two gateways on one Redis', () => {
  let fleet: Fleet;
  afterEach(() => fleet.close());

  const firstSpace = async (): Promise<string> =>
    `/v1/spaces/${items(await fleet.get(0, '/v1/spaces?limit=1'))[0]?.id ?? ''}`;

  it('mint one app token for 200 concurrent callers at cold start', async () => {
    fleet = await startFleet({ instances: 2, sandboxEnv: { SANDBOX_APP_TOKEN_DELAY_MS: '300' } });
    const path = '/v1/spaces?kind=individual';
    // Different addresses, so that neither the cache nor its coalescing hides a second mint.
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, i) => fleet.get(i % 2, `${path}&limit=${1 + (i % 100)}`)),
    );
    expect(statuses(replies)).toEqual([200]);
    expect((await fleet.counters()).appTokensMinted).toBe(1);
  });

  it('show through one, on the next read, what was renamed through the other', async () => {
    fleet = await startFleet({ instances: 2 });
    const space = await firstSpace();
    const [file] = items(await fleet.get(0, `${space}/files`));
    if (!file) throw new Error('the seed has a file');
    for (let round = 1; round <= 20; round += 1) {
      const [writer, reader] = round % 2 ? [0, 1] : [1, 0];
      await fleet.get(reader, `${space}/files`);
      expect((await fleet.get(reader, `${space}/files`)).headers.get('cache-status')).toMatch(/; hit/);
      const renamed = await fleet.send(writer, 'PATCH', `${space}/files/${file.id}`, { name: `Name ${round}` });
      expect(renamed.status).toBe(200);
      const seen = items(await fleet.get(reader, `${space}/files`)).find(({ id }) => id === file.id);
      expect(seen?.name).toBe(`Name ${round}`);
    }
    expect((await fleet.counters()).refusedForContract).toBe(0);
  });

  it.each([
    ['killed', (each: Fleet) => each.redis.kill()],
    ['frozen', async (each: Fleet) => each.redis.freeze()],
  ] as const)(
    'go on reading and writing when Redis is %s, by no more than one command timeout slower than the upstream',
    async (_what, hurt) => {
      fleet = await startFleet({ instances: 2 });
      const space = await firstSpace();
      const upstream = await Promise.all(
        [0, 1].map((each) => fleet.get(each, `${space}/files`, { 'cache-control': 'no-cache' })),
      );
      const normal = Math.max(...upstream.map(({ ms }) => ms));
      await hurt(fleet);
      const replies: Reply[] = [];
      for (let round = 0; round < 40; round += 1) replies.push(await fleet.get(round % 2, `${space}/files`));
      expect(statuses(replies)).toEqual([200]);
      expect(Math.max(...replies.map(({ ms }) => ms))).toBeLessThan(normal + 2 * 250);
      const made = await fleet.send(0, 'POST', `${space}/folders`, { name: 'While Redis is away' });
      expect(made.status).toBe(201);
      expect(items(await fleet.get(1, `${space}/files?limit=100`)).map(({ name }) => name)).toContain(
        'While Redis is away',
      );
      fleet.redis.thaw();
    },
  );

  it('keep answers again once Redis is back', async () => {
    fleet = await startFleet({ instances: 2 });
    const space = await firstSpace();
    fleet.redis.freeze();
    expect((await fleet.get(0, `${space}/files`)).status).toBe(200);
    fleet.redis.thaw();
    await until(
      'a kept answer',
      async () => /; hit/.test((await fleet.get(0, `${space}/files`)).headers.get('cache-status') ?? ''),
      { within: 5_000, every: 100 },
    );
  });
});
