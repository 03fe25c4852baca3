import { describe, expect, it } from '@jest/globals';
import { listViolations, runScenario } from '../redis/run-scenario.js';
import { scenarios } from '../redis/scenarios.js';

/** The other faults are caused by `npm run test:redis`. */
describe('two gateways with callers, sessions and writes with an Idempotency-Key', () => {
  it('break no promise through a planned failover by Sentinel', async () => {
    const scenario = scenarios.find(({ name }) => name === 'sentinel: planned failover');
    if (!scenario) throw new Error('there is no such scenario');
    const result = await runScenario(scenario);
    expect(result.calls).toBeGreaterThan(200);
    expect(listViolations(result)).toEqual([]);
  }, 120_000);
});
