import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../support/deadline.js';
import { MintScenario } from '../support/mint-scenario.js';

jest.setTimeout(120_000);

/** Seconds that an app token holds; it is renewed in the background from three quarters of that on. */
const life = 30;

describe('8 gateways with 100 callers each', () => {
  let scenario: MintScenario;
  beforeAll(async () => {
    scenario = await MintScenario.start({ sandboxEnv: { SANDBOX_APP_TOKEN_EXPIRES_IN: String(life) } });
  });
  afterAll(() => scenario.close());

  const once = async (what: string, mint: number): Promise<void> => {
    const { shortest } = await scenario.row(what, { mints: 1, longest: mint + 12_000 });
    // All waited for it. It may have been under way for a moment: what nearly lapses is renewed in the background.
    expect(shortest).toBeGreaterThanOrEqual(mint / 2);
  };

  it('mint one app token at a cold start', async () => {
    await scenario.mintsTake(300);
    await once('cold start, mint of 300 ms', 300);
  });

  it('mint none while it holds', async () => {
    await scenario.row('token at hand, to compare with', { mints: 0 });
  });

  it.each([300, 5_000])('mint one when it was revoked, by a mint of %i ms', async (delay) => {
    await scenario.sandbox.clearFaults();
    await scenario.mintsTake(delay);
    await scenario.revoke();
    await scenario.row(`revoked upstream, mint of ${delay} ms`, { mints: 1, longest: delay + 12_000 });
  });

  it.each([300, 5_000])('mint one when it has lapsed, by a mint of %i ms', async (delay) => {
    await scenario.sandbox.clearFaults();
    await scenario.mintsTake(delay);
    const lapsed = performance.now() + life * 1_000;
    await until('the token to have lapsed', () => performance.now() > lapsed, { within: 40_000, every: 250 });
    await once(`lapsed, mint of ${delay} ms`, delay);
  });

  it.each([
    ['ahead', 10],
    ['behind', -20],
  ])(
    'learn its time when the clock of the upstream is ten minutes %s, and mint one at most',
    async (where, minutes) => {
      await scenario.sandbox.clearFaults();
      await scenario.mintsTake(300);
      await scenario.sandbox.advanceClock(minutes * 60_000);
      const kinds = ['individual', 'group'];
      const { mints } = await scenario.row(`upstream's clock 10 min ${where}, half of the calls signed`, { kinds });
      expect(mints).toBeLessThanOrEqual(1);
    },
  );
});
