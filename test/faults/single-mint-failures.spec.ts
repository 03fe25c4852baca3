import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { maxOverheadMs, MintScenario } from '../support/mint-scenario.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { TcpProxy } from '../support/tcp-proxy.js';

jest.setTimeout(120_000);

describe('minting an app token, with failures, for 8 gateways with 100 callers each', () => {
  let scenario: MintScenario;
  let proxy: TcpProxy;
  let restartedRedis: RedisServer | undefined;
  beforeAll(async () => {
    scenario = await MintScenario.start({
      startRedisProxy: async (port) => {
        proxy = await TcpProxy.start(port);
        return proxy.port;
      },
    });
  });
  afterAll(async () => {
    await scenario.close();
    await proxy.close();
    await restartedRedis?.stop();
  });

  /** One instance starts a mint that takes 5 s; the token of all others is revoked. @returns the fault that counts their mints */
  async function startSlowMint(instance: number): Promise<number> {
    await scenario.sandbox.clearFaults();
    const slowMint = await scenario.delayMints(5_000, 1);
    const otherMints = await scenario.delayMints(300);
    await scenario.revokeToken();
    void scenario.sendRequest(instance).catch(() => undefined);
    await scenario.waitForFaultHits(slowMint);
    return otherMints;
  }

  it('mints once at a cold start, although the mint takes longer than the lifetime of the lock', async () => {
    await scenario.delayMints(5_000);
    await scenario.measure('cold start, mint of 5000 ms', { expectedMintCount: 1, maxWaitMs: 5_000 + maxOverheadMs });
  });

  it('mints once more when the minting instance freezes, which uses that token when it continues', async () => {
    const frozenGateway = scenario.fleet.gateways[0];
    const mints = await startSlowMint(0);
    frozenGateway?.signal('SIGSTOP');
    await scenario.measure('minting instance frozen (SIGSTOP)', { instances: scenario.allInstances.slice(1) });
    frozenGateway?.signal('SIGCONT');
    expect(await scenario.sandbox.getFaultHits(mints)).toBe(1);
    await scenario.waitForSharedToken();
  });

  it.each([
    ['slow, 30 ms each way', () => addRedisLatency(30)],
    ['slower than its timeout, 400 ms each way', () => addRedisLatency(400)],
    ['frozen (SIGSTOP)', () => scenario.fleet.redis.freeze()],
    ['killed (SIGKILL)', () => scenario.fleet.redis.kill()],
  ] as const)(
    'mints at most once in each instance, without errors for callers, with Redis %s',
    async (state, injectFault) => {
      await scenario.sandbox.clearFaults();
      await scenario.delayMints(300);
      await injectFault();
      await scenario.revokeToken();
      const { mintCount } = await scenario.measure(`Redis ${state}; revoked, mint of 300 ms`);
      expect(mintCount).toBeGreaterThanOrEqual(1);
      expect(mintCount).toBeLessThanOrEqual(scenario.allInstances.length);
      proxy.clearToxics();
      scenario.fleet.redis.thaw();
      if (state.startsWith('killed')) restartedRedis = await startRedis({ port: scenario.fleet.redis.port });
      const sharedAfterMs = await scenario.waitForSharedToken();
      scenario.table.add({
        scenario: '... Redis back',
        latenciesMs: [],
        errorCount: 0,
        createdTokenCount: 0,
        note: `one token after ${Math.round(sharedAfterMs)} ms`,
      });
    },
  );

  it('mints once more when the minting instance is killed', async () => {
    const mints = await startSlowMint(0);
    await scenario.fleet.gateways[0]?.kill();
    await scenario.measure('minting instance killed (SIGKILL)', { instances: scenario.allInstances.slice(1) });
    expect(await scenario.sandbox.getFaultHits(mints)).toBe(1);
  });

  function addRedisLatency(latencyMs: number): void {
    proxy.addToxic({ type: 'latency', latency: latencyMs }, 'upstream');
    proxy.addToxic({ type: 'latency', latency: latencyMs }, 'downstream');
  }
});
