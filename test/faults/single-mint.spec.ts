import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { waitUntil } from '../support/wait-until.js';
import { maxOverheadMs, MintScenario } from '../support/mint-scenario.js';

jest.setTimeout(120_000);

/** The lifetime of an app token. It is renewed in the background after three quarters of it. */
const tokenLifetimeSeconds = 20;

describe('minting an app token, for 8 gateways with 100 callers each', () => {
  let scenario: MintScenario;
  beforeAll(async () => {
    scenario = await MintScenario.start({ sandboxEnv: { SANDBOX_APP_TOKEN_EXPIRES_IN: String(tokenLifetimeSeconds) } });
  });
  afterAll(() => scenario.close());

  const expectOneMint = async (name: string, mintMs: number): Promise<void> => {
    const { minWaitMs } = await scenario.measure(name, { expectedMintCount: 1, maxWaitMs: mintMs + maxOverheadMs });
    // All callers waited for the mint. It may have started earlier: a token near its end is renewed in the background.
    expect(minWaitMs).toBeGreaterThanOrEqual(mintMs / 2);
  };

  it('mints once at a cold start', async () => {
    await scenario.delayMints(300);
    await expectOneMint('cold start, mint of 300 ms', 300);
  });

  it('does not mint while the token is valid', async () => {
    await scenario.measure('token available, for comparison', { expectedMintCount: 0 });
  });

  it.each([300, 5_000])('mints once after the token was revoked, with a mint of %i ms', async (mintMs) => {
    await scenario.sandbox.clearFaults();
    await scenario.delayMints(mintMs);
    await scenario.revokeToken();
    await scenario.measure(`revoked upstream, mint of ${mintMs} ms`, {
      expectedMintCount: 1,
      maxWaitMs: mintMs + maxOverheadMs,
    });
  });

  it.each([300, 5_000])('mints once after the token has expired, with a mint of %i ms', async (mintMs) => {
    await scenario.sandbox.clearFaults();
    await scenario.delayMints(mintMs);
    const expiresAtMs = performance.now() + tokenLifetimeSeconds * 1_000;
    await waitUntil('the token to have expired', () => performance.now() > expiresAtMs, {
      timeoutMs: 40_000,
      intervalMs: 250,
    });
    await expectOneMint(`expired, mint of ${mintMs} ms`, mintMs);
  });

  // The clock is advanced relative to the previous case: first to +10 minutes, then to -10 minutes.
  it.each([
    ['ahead', 10],
    ['behind', -20],
  ])(
    'learns the clock skew and mints at most once when the clock of the upstream is ten minutes %s',
    async (direction, advanceMinutes) => {
      await scenario.sandbox.clearFaults();
      await scenario.delayMints(300);
      await scenario.sandbox.advanceClock(advanceMinutes * 60_000);
      const spaceKinds = ['individual', 'group'];
      const { mintCount } = await scenario.measure(`upstream's clock 10 min ${direction}, half of the calls signed`, {
        spaceKinds,
      });
      expect(mintCount).toBeLessThanOrEqual(1);
    },
  );
});
