/**
 * `npm run test:redis` causes each fault of Redis under load, with two gateways and their callers, and prints what callers
 * saw as a Markdown table. The exit code is 1 if a promise was broken.
 * `-- --only cluster` runs the scenarios whose names contain that text. `-- --soak 10` runs for 10 minutes with the faults
 * in a random order; `--seed 7` repeats an order.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../support/repository-root.js';
import { formatRow, formatTable } from './report.js';
import { listViolations, runScenario, type ScenarioResult } from './run-scenario.js';
import { type Scenario, scenarios } from './scenarios.js';
import { runSoak } from './soak.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    soak: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const selected = scenarios.filter(({ name }) => name.includes(options.only));
if (selected.length === 0) throw new Error(`no scenario is called so: ${scenarios.map(({ name }) => name).join('; ')}`);
const passed =
  options.soak === undefined
    ? await runTable(selected, Number(options.jobs))
    : await runSoak(selected, Number(options.soak), Number(options.seed));
// Node 20 does not exit by itself where a socket was reset while its end was being sent, as relays do.
process.exit(passed ? 0 : 1);

/** @returns whether no promise was broken */
async function runTable(list: readonly Scenario[], jobs: number): Promise<boolean> {
  const startedAtMs = performance.now();
  const results = new Map<Scenario, ScenarioResult>();
  const queue = [...list];
  const work = async (): Promise<void> => {
    for (let scenario = queue.shift(); scenario; scenario = queue.shift()) {
      try {
        const result = await runScenario(scenario);
        results.set(scenario, result);
        console.error([formatRow(result), ...result.violations].join('\n'));
      } catch (error) {
        console.error(`${scenario.name}:`, error);
      }
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const ordered = list.flatMap((scenario) => results.get(scenario) ?? []);
  const table = formatTable(ordered);
  const calls = ordered.reduce((sum, result) => sum + result.calls, 0);
  console.log(`${table}\n\n${calls} calls in ${Math.round((performance.now() - startedAtMs) / 1_000)} s`);
  await mkdir(join(repositoryRoot, 'test-results'), { recursive: true });
  await writeFile(join(repositoryRoot, 'test-results/redis.md'), `${table}\n`);
  return ordered.length === list.length && ordered.every((result) => listViolations(result).length === 0);
}
