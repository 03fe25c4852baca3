import { setTimeout as sleep } from 'node:timers/promises';
import { SeededRandom } from '../support/requests/seeded-random.js';
import { formatFailures } from './report.js';
import { RecoveryMonitor } from './recovery.js';
import { runFault, waitUntilBack } from './run-scenario.js';
import type { Scenario } from './scenarios.js';
import { type RedisSystem, startRedisSystem, type Topology } from './system.js';
import { Workload } from './workload.js';

const minuteMs = 60_000;
const firstServerErrorStatus = 500;
const sampleIntervalMs = 5_000;
/** A failure so soon after the end of a fault is explained by it; or within the time that the scenario is watched. */
const explainedMs = 5_000;
const defaultWatchMs = 3_000;

interface Window {
  readonly startMs: number;
  readonly endMs: number;
}
interface Sample {
  readonly residentBytes: number;
  readonly handles: number;
}

/** Each topology gets a third of the time, and its repeatable faults in a random order. @returns whether it passed */
export async function runSoak(scenarios: readonly Scenario[], minutes: number, seed: number): Promise<boolean> {
  console.log(`seed ${seed}`);
  const topologies = [...new Set(scenarios.map(({ topology }) => topology))];
  let passed = true;
  for (const topology of topologies) {
    const faults = scenarios.filter((scenario) => scenario.topology === topology && scenario.repeatable !== false);
    if (faults.length > 0)
      passed = (await soak(topology, faults, (minutes * minuteMs) / topologies.length, seed)) && passed;
  }
  return passed;
}

async function soak(
  topology: Topology,
  faults: readonly Scenario[],
  durationMs: number,
  seed: number,
): Promise<boolean> {
  const random = new SeededRandom(seed);
  const system = await startRedisSystem(topology);
  try {
    const workload = await Workload.create(system, seed);
    const sampler = new ProcessSampler(system);
    const monitor = new RecoveryMonitor(system);
    workload.start();
    const windows: Window[] = [];
    const problems: string[] = [];
    for (const endAtMs = performance.now() + durationMs; performance.now() < endAtMs;) {
      const fault = random.pick(faults);
      const startMs = performance.now();
      const error = await runFault(fault, system);
      const healedAtMs = performance.now();
      if (error !== undefined) problems.push(`${fault.name}: ${error.message}`);
      const backAfterMs = await waitUntilBack(workload, monitor, healedAtMs, fault.watchMs ?? defaultWatchMs);
      if (backAfterMs === undefined) problems.push(`${fault.name}: not back`);
      windows.push({ startMs, endMs: healedAtMs + Math.max(explainedMs, fault.watchMs ?? 0) });
      console.error(
        `${Math.round(startMs)} to ${Math.round(healedAtMs)} ms: ${fault.name}: back after ${backAfterMs === undefined ? '?' : Math.round(backAfterMs)} ms`,
      );
    }
    await monitor.stop();
    const growth = await sampler.finish();
    const { doubled, missing, revived, stuck, staleReads, violations } = await workload.finish();
    const { calls } = workload;
    const maxStaleMs = Math.max(...faults.map(({ bounds }) => bounds?.staleMs ?? 0));
    const tooOld = staleReads.filter(({ ageMs }) => ageMs > maxStaleMs).length;
    const unexplained = calls.failures.filter(
      ({ status, startedAtMs, endedAtMs }) =>
        (status === 0 || status >= firstServerErrorStatus) &&
        !windows.some(({ startMs, endMs }) => startMs <= endedAtMs && startedAtMs <= endMs),
    );
    console.log(
      [
        `${topology}: ${calls.count} calls, ${windows.length} faults`,
        `doubled ${doubled}, missing ${missing}, stale ${staleReads.length} (too old: ${tooOld}), revived ${revived}, stuck ${stuck.length}`,
        `failures: ${formatFailures(calls.failures)}`,
        `unexplained 5xx: ${formatFailures(unexplained)}`,
        ...growth,
        ...problems,
        ...violations,
        ...unexplained.map(
          ({ startedAtMs, status, code }) => `unexplained: ${Math.round(startedAtMs)} ms ${status} ${code}`,
        ),
      ].join('\n  '),
    );
    return doubled + missing + revived + stuck.length + tooOld + unexplained.length + problems.length === 0;
  } finally {
    await system.close();
  }
}

/** Samples the memory and the handles of the gateways, as /metrics has them. */
class ProcessSampler {
  private readonly samples: Sample[][];
  private stopped = false;
  private readonly loop: Promise<void>;

  constructor(private readonly system: RedisSystem) {
    this.samples = system.gateways.map(() => []);
    this.loop = this.run();
  }

  /** @returns for each gateway the medians of the first and of the last third */
  async finish(): Promise<readonly string[]> {
    this.stopped = true;
    await this.loop;
    return this.samples.map((samples, index) => {
      const third = Math.ceil(samples.length / 3);
      const [first, last] = [samples.slice(0, third), samples.slice(-third)];
      const megabytes = (list: readonly Sample[]): string =>
        (median(list.map((s) => s.residentBytes)) / 1e6).toFixed(0);
      const handles = (list: readonly Sample[]): number => median(list.map((sample) => sample.handles));
      return `gateway ${index}: RSS ${megabytes(first)} -> ${megabytes(last)} MB, handles ${handles(first)} -> ${handles(last)}`;
    });
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      for (const [index, { url }] of this.system.gateways.entries()) {
        const text = await fetch(`${url}/metrics`).then((response) => response.text());
        const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
        this.samples[index]?.push({
          residentBytes: read('process_resident_memory_bytes'),
          handles: read('nodejs_active_handles_total'),
        });
      }
      await sleep(sampleIntervalMs);
    }
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
