import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MintScenario } from '../support/mint-scenario.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { TcpProxy } from '../support/tcp-proxy.js';

jest.setTimeout(120_000);

describe('8 gateways with 100 callers each', () => {
  let scenario: MintScenario;
  let proxy: TcpProxy;
  let comeBack: RedisServer | undefined;
  beforeAll(async () => {
    scenario = await MintScenario.start({
      beforeRedis: async (port) => {
        proxy = await TcpProxy.to(port);
        return proxy.port;
      },
    });
  });
  afterAll(async () => {
    await scenario.close();
    await proxy.close();
    await comeBack?.stop();
  });

  /** One instance is minting, and will not come to an end; the others find the token revoked. @returns their mints */
  async function whileItMints(instance: number): Promise<number> {
    await scenario.sandbox.clearFaults();
    const first = await scenario.mintsTake(5_000, 1);
    const others = await scenario.mintsTake(300);
    await scenario.revoke();
    void scenario.ask(instance).catch(() => undefined);
    await scenario.struck(first);
    return others;
  }

  it('mint one at a cold start, though the mint takes longer than the life of the lock', async () => {
    await scenario.mintsTake(5_000);
    await scenario.row('cold start, mint of 5000 ms', { mints: 1, longest: 17_000 });
  });

  it('mint one more when the instance that was minting froze, and it takes theirs when it goes on', async () => {
    const frozen = scenario.fleet.gateways[0];
    const mints = await whileItMints(0);
    frozen?.signal('SIGSTOP');
    await scenario.row('minting instance frozen (SIGSTOP)', { among: scenario.everyone.slice(1) });
    frozen?.signal('SIGCONT');
    expect(await scenario.sandbox.struck(mints)).toBe(1);
    await scenario.oneTokenForAll();
  });

  it.each([
    ['slow, 30 ms each way', () => proxySlow(30)],
    ['slower than is waited for, 400 ms each way', () => proxySlow(400)],
    ['frozen (SIGSTOP)', () => scenario.fleet.redis.freeze()],
    ['killed (SIGKILL)', () => scenario.fleet.redis.kill()],
  ] as const)('mint at most one each, and no caller sees an error, with Redis %s', async (how, hurt) => {
    await scenario.sandbox.clearFaults();
    await scenario.mintsTake(300);
    await hurt();
    await scenario.revoke();
    const { mints } = await scenario.row(`Redis ${how}; revoked, mint of 300 ms`);
    expect(mints).toBeGreaterThanOrEqual(1);
    expect(mints).toBeLessThanOrEqual(scenario.everyone.length);
    proxy.clear();
    scenario.fleet.redis.thaw();
    if (how.startsWith('killed')) comeBack = await startRedis({ port: scenario.fleet.redis.port });
    const after = await scenario.oneTokenForAll();
    scenario.table.add({
      scenario: '... Redis back',
      waits: [],
      errors: 0,
      made: 0,
      note: `one token after ${Math.round(after)} ms`,
    });
  });

  it('mint one more when the instance that was minting is killed', async () => {
    const mints = await whileItMints(0);
    await scenario.fleet.gateways[0]?.kill();
    await scenario.row('minting instance killed (SIGKILL)', { among: scenario.everyone.slice(1) });
    expect(await scenario.sandbox.struck(mints)).toBe(1);
  });

  function proxySlow(latency: number): void {
    proxy.add({ type: 'latency', latency }, 'upstream');
    proxy.add({ type: 'latency', latency }, 'downstream');
  }
});
