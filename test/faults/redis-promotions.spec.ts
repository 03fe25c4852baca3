import { describe, expect, it } from '@jest/globals';
import { listViolations, runScenario } from '../redis/run-scenario.js';
import { scenarios } from '../redis/scenarios.js';

/** The other faults are caused by `npm run test:redis`. */
describe('two gateways with callers, sessions and writes with an Idempotency-Key', () => {
  it.each(['sentinel: planned failover', 'cluster: node killed (SIGKILL)'])(
    'break no promise through %s',
    async (name) => {
      const scenario = scenarios.find((each) => each.name === name);
      if (!scenario) throw new Error(`no scenario is called ${name}`);
      const result = await runScenario(scenario);
      expect(result.calls).toBeGreaterThan(200);
      expect(listViolations(result)).toEqual([]);
    },
    120_000,
  );
});
