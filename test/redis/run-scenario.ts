import { setTimeout as sleep } from 'node:timers/promises';
import type { CallKind, Failure } from './calls.js';
import { RecoveryMonitor } from './recovery.js';
import type { Scenario } from './scenarios.js';
import { type RedisSystem, startRedisSystem } from './system.js';
import { type LedgerResult, Workload } from './workload.js';

/** Calls before the fault. */
const warmUpMs = 2_000;
/** Without a trouble for this time, everything is back. */
const quietMs = 3_000;
const maxRecoveryMs = 30_000;
const maxFaultMs = 60_000;
const seed = 20_261_130;

export interface ScenarioResult extends LedgerResult {
  readonly scenario: Scenario;
  readonly calls: number;
  readonly failures: readonly Failure[];
  readonly mints: number;
  readonly flaps: number;
  /** Why a dependency did not work, by the logs of the gateways. */
  readonly told: readonly string[];
  /** From the end of the fault until the last trouble; undefined if there was still one when the scenario ended. */
  readonly backAfterMs: number | undefined;
  /** The last trouble of a gateway. */
  readonly lastTrouble: string;
  /** Set if the scenario itself did not work. */
  readonly error?: Error;
}

/** Starts everything, causes the fault under load, waits until everything is back, and compares with KooDrive. */
export async function runScenario(scenario: Scenario): Promise<ScenarioResult> {
  const system = await startRedisSystem(scenario.topology, scenario.redisArgs);
  try {
    const workload = await Workload.create(system, seed);
    workload.start();
    await sleep(warmUpMs);
    const before = await system.sandbox.control.getCounters();
    const monitor = new RecoveryMonitor(system);
    const error = await runFault(scenario, system);
    const healedAtMs = performance.now();
    const backAfterMs = await waitUntilBack(workload, monitor, healedAtMs, scenario.watchMs ?? quietMs);
    await monitor.stop();
    const ledger = await workload.finish();
    const after = await system.sandbox.control.getCounters();
    return {
      scenario,
      ...ledger,
      calls: workload.calls.count,
      failures: workload.calls.failures,
      mints: after.appTokensMinted - before.appTokensMinted,
      flaps: monitor.flapCount,
      told: readReasons(system),
      backAfterMs,
      lastTrouble: monitor.lastTrouble,
      error,
    };
  } finally {
    await system.close();
  }
}

/** @returns the error if the fault could not be caused or ended */
export async function runFault(scenario: Scenario, system: RedisSystem): Promise<Error | undefined> {
  const timeout = sleep(maxFaultMs, undefined, { ref: false }).then(() => {
    throw new Error(`the fault has not ended after ${maxFaultMs} ms`);
  });
  return Promise.race([scenario.run(system), timeout]).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error('the fault failed', { cause: error })),
  );
}

/** @returns when the last trouble was, in milliseconds after the end of the fault; undefined if it goes on */
export async function waitUntilBack(
  { calls }: Workload,
  monitor: RecoveryMonitor,
  healedAtMs: number,
  watchMs: number,
): Promise<number | undefined> {
  for (;;) {
    await sleep(100);
    const now = performance.now();
    const lastTroubleAtMs = Math.max(monitor.lastTroubleAtMs, calls.failures.at(-1)?.startedAtMs ?? -Infinity);
    const isQuiet = now - lastTroubleAtMs >= quietMs;
    if (isQuiet && now - healedAtMs >= watchMs) return Math.max(0, lastTroubleAtMs - healedAtMs);
    if (now - healedAtMs >= maxRecoveryMs) return isQuiet ? lastTroubleAtMs - healedAtMs : undefined;
  }
}

function readReasons({ gateways }: RedisSystem): readonly string[] {
  const reasons = gateways.flatMap((gateway) =>
    gateway
      .output()
      .split('\n')
      .filter((line) => line.includes('"a dependency does not work"'))
      .map((line) => /"reason":"([^"]+)"/.exec(line)?.[1] ?? ''),
  );
  return [...new Set(reasons)];
}

const plainKinds: ReadonlySet<CallKind> = new Set(['read', 'write']);

/** What exceeds the bounds of the scenario. */
export function listViolations(result: ScenarioResult): readonly string[] {
  const { scenario, doubled, missing, staleReads, revived, stuck, failures, backAfterMs, lastTrouble, error } = result;
  const { bounds = {} } = scenario;
  const tooOld = staleReads.filter(({ ageMs }) => ageMs > (bounds.staleMs ?? 0)).length;
  const plainFailures = failures.filter(({ kind }) => plainKinds.has(kind)).length;
  const counts: readonly (readonly [string, number, number])[] = [
    ['doubled', doubled, bounds.doubled ?? 0],
    ['missing', missing, 0],
    ['stale', tooOld, 0],
    ['revived', revived, 0],
    ['stuck', stuck.length, bounds.stuck ?? 0],
    ['failed reads and plain writes', plainFailures, 0],
  ];
  const exceeded = counts.filter(([, count, bound]) => count > bound).map(([name, count]) => `${count} ${name}`);
  if (backAfterMs === undefined) exceeded.push(`not back (${lastTrouble})`);
  if (error !== undefined) exceeded.push(`the scenario failed: ${error.message}`);
  return exceeded;
}
