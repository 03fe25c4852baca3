/**
 * `npm run bench` compares the gateway with an upper bound (bare Fastify), a plain proxy and a naive pass-through, in one run.
 * Rounds alternate between targets, so that a machine that is slower for a while is slower for all of them.
 * `npm run bench -- --rounds 1 --seconds 1` is a short run to try it out.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../support/repository-root.js';
import { type BenchmarkTargets, startBenchmarkTargets } from './benchmark-targets.js';
import { connectionCount, runLoad } from './load.js';
import { evaluateThreshold, type RatioThreshold, formatThresholdTable, formatResultTable } from './report.js';
import type { RoundResult } from './scenario.js';
import { listingResponse } from './upstream-data.js';

const thresholds: readonly RatioThreshold[] = [
  {
    name: 'cached read / bare Fastify',
    scenario: 'cached read: gateway',
    baseline: 'cached read: bare Fastify',
    minRatio: 0.6,
  },
  {
    name: 'uncached read / naive Nest',
    scenario: 'uncached read: gateway',
    baseline: 'uncached read: naive Nest',
    minRatio: 5,
  },
];

/** Seconds of load on each target that are not measured: V8 compiles hot code, and connection pools fill. */
const warmUpSeconds = 3;

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' } },
});
const roundCount = Number(options.rounds);
const roundSeconds = Number(options.seconds);

async function measure({ scenarios }: BenchmarkTargets): Promise<Map<string, RoundResult[]>> {
  const results = new Map<string, RoundResult[]>(scenarios.map(({ name }) => [name, []]));
  for (const scenario of scenarios) await runLoad(scenario, warmUpSeconds);
  for (let round = 0; round < roundCount; round += 1) {
    // Every second round is in reverse order, so that no target always has the same position.
    const order = round % 2 === 0 ? scenarios : scenarios.toReversed();
    for (const scenario of order) results.get(scenario.name)?.push(await runLoad(scenario, roundSeconds));
    console.error(`round ${round + 1} of ${roundCount} done`);
  }
  return results;
}

async function saveResults(document: unknown): Promise<string> {
  const folder = join(repositoryRoot, 'bench-results');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
  return file;
}

const benchmarkTargets = await startBenchmarkTargets();
const stopEarly = (): void => void benchmarkTargets.stop().then(() => process.exit(130));
process.once('SIGINT', stopEarly).once('SIGTERM', stopEarly);
const results = await measure(benchmarkTargets).finally(() => benchmarkTargets.stop());
const thresholdResults = thresholds.map((threshold) => evaluateThreshold(threshold, results));

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const sizes = {
  connections: connectionCount,
  rounds: roundCount,
  seconds: roundSeconds,
  upstreamListing: listingResponse.length,
  cachedListing: benchmarkTargets.cachedResponseBytes,
};
console.log(`
${machine.cores} cores (${machine.cpu}), Node ${machine.node}; ${roundCount} alternating rounds of ${roundSeconds} s, ${connectionCount} connections.
Listing of 50 files: ${sizes.upstreamListing} bytes upstream, ${sizes.cachedListing} bytes from the gateway; bare Fastify sends the same bytes.

${formatResultTable(results)}

${formatThresholdTable(thresholdResults)}

The gateway runs with NODE_ENV=production, a real Redis and LOG_LEVEL=warn; every read goes through its keys, scopes and cache.
CPU µs is the processor time of the target's process for each response: on a machine with other load it is more reliable than the rate.
The load generator, autocannon, fills a core by itself at about 25,000 req/s: with few cores, ratios mean more than rates.
`);
console.log(
  `Written to ${await saveResults({ at: new Date().toISOString(), machine, sizes, results: Object.fromEntries(results), thresholds: thresholdResults })}`,
);
