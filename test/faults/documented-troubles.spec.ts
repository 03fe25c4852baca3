import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type DocumentedTrouble,
  matchesDetail,
  readDocumentedTroubles,
} from '../support/troubles/documented-troubles.js';
import { koodriveCauses } from '../support/troubles/koodrive-causes.js';
import { openIdCauses } from '../support/troubles/openid-causes.js';
import type { OperatorView } from '../support/troubles/operator-view.js';
import { redisCauses } from '../support/troubles/redis-causes.js';
import { sentinelCauses } from '../support/troubles/sentinel-causes.js';
import { tokenIssuerCauses } from '../support/troubles/token-issuer-causes.js';
import type { TroubleCause } from '../support/troubles/trouble-cause.js';
import { TroubleLane } from '../support/troubles/trouble-lane.js';
import { TroubleTable } from '../support/troubles/trouble-table.js';
import { waitUntil } from '../support/wait-until.js';

jest.setTimeout(300_000);

const causes = [...redisCauses, ...sentinelCauses, ...koodriveCauses, ...tokenIssuerCauses, ...openIdCauses];
/** Most of the time of a cause is spent waiting. */
const laneCount = 4;
/** How often the dependency is used while it is broken, after the log told of it. */
const furtherUses = 10;
/** A test may wait for those before it. */
const outcomeOptions = { timeoutMs: 280_000, intervalMs: 100 };
const waitOptions = { timeoutMs: 45_000, intervalMs: 200 };

const table = new TroubleTable();
const documentedTroubles = await readDocumentedTroubles();

const lanes: TroubleLane[] = [];
const outcomes = new Map<TroubleCause, { readonly error?: unknown }>();
let finished: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  lanes.push(...(await Promise.all(Array.from({ length: laneCount }, () => TroubleLane.start()))));
  const waiting = causes.values();
  finished = Promise.all(lanes.map((lane) => lane.run(waiting, tryCause)));
});
afterAll(async () => {
  await finished;
  table.print();
  for (const lane of lanes) await lane.stop();
});

/** `capability: reason` of each line, in the order in which they were told. */
const listTold = (view: OperatorView, dependency: string): readonly string[] =>
  view.listBegins(dependency).map(({ capability, reason = '' }) => `${capability}: ${reason}`);

/** What must have been told, for the dependency to be down as documented. */
const listRequired = ({ capabilities, reasons }: DocumentedTrouble): readonly string[] =>
  capabilities.map((capability) => `${capability}: ${reasons.at(-1) ?? ''}`);
const listAllowed = ({ capabilities, reasons }: DocumentedTrouble): readonly string[] =>
  capabilities.flatMap((capability) => reasons.map((reason) => `${capability}: ${reason}`));

async function expectDown(view: OperatorView, dependency: string, documented: DocumentedTrouble): Promise<void> {
  const told = listTold(view, dependency);
  expect(told.filter((each) => !listAllowed(documented).includes(each))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
  const lines = view.listBegins(dependency).filter(({ reason }) => reason === documented.reasons.at(-1));
  for (const { level, detail } of lines)
    expect([level, detail, matchesDetail(documented.detail, detail)]).toEqual(['warn', detail, true]);
  // A check is at most a second old.
  const state = await waitUntil('/ready to tell', async () => {
    const found = await view.readState(dependency);
    return found?.state === 'down' && found;
  });
  expect(documented.reasons).toContain(state.reason);
  expect(await view.readReady()).toMatchObject({ httpStatus: 200, status: 'degraded' });
  await waitUntil('the metric', async () => (await view.readMetric(dependency)) === '0');
}

async function expectUp(view: OperatorView, dependency: string, { capabilities }: DocumentedTrouble): Promise<void> {
  const ends = view.listEnds(dependency);
  expect(ends.map(({ capability }) => capability).sort()).toEqual([...capabilities].sort());
  for (const { level, downMs } of ends) expect([level, (downMs ?? 0) > 0]).toEqual(['info', true]);
  await waitUntil('/ready to tell the end', async () => (await view.readState(dependency))?.state === 'up');
  await waitUntil('the metric', async () => (await view.readMetric(dependency)) === '1');
}

async function breakAndMend(lane: TroubleLane, cause: TroubleCause): Promise<void> {
  const documented = documentedTroubles.find((row) => row.cause === cause.cause);
  if (!documented) throw new Error('the table has no such row');
  const dependencies = cause.dependencies ?? [documented.dependency];
  const breakage = await cause.prepare(lane.createBench());
  const view = await lane.startGateway(breakage);
  if (breakage.begin) {
    await breakage.use();
    expect(view.listTroubled()).toEqual([]);
    for (const dependency of dependencies)
      await waitUntil('the metric', async () => (await view.readMetric(dependency)) === '1');
    await breakage.begin();
  }
  await waitUntil(
    'the log to tell the begin',
    async () => {
      await breakage.use();
      return dependencies.every((dependency) =>
        listRequired(documented).every((each) => listTold(view, dependency).includes(each)),
      );
    },
    waitOptions,
  );
  await Promise.all(Array.from({ length: furtherUses }, () => breakage.use()));
  for (const dependency of dependencies) await expectDown(view, dependency, documented);
  const states = await Promise.all(dependencies.map((dependency) => view.readState(dependency)));
  await breakage.end();
  await waitUntil(
    'the log to tell the end',
    async () => {
      await breakage.use();
      return dependencies.every((each) => view.listEnds(each).length >= documented.capabilities.length);
    },
    waitOptions,
  );
  for (const dependency of dependencies) await expectUp(view, dependency, documented);
  expect(view.listTroubled()).toEqual([...dependencies].sort());
  expect((await view.readReady()).status).toBe('ok');
  table.add(cause, states, view);
}

async function tryCause(lane: TroubleLane, cause: TroubleCause): Promise<void> {
  try {
    await breakAndMend(lane, cause);
    outcomes.set(cause, {});
  } catch (error) {
    await lane.abandonGateway();
    outcomes.set(cause, { error });
  }
}

describe('R19: the table of causes in docs/operations.md', () => {
  it('has the rows that this file causes, and no others', () => {
    expect([...new Set(causes.map(({ cause }) => cause))].sort()).toEqual(
      documentedTroubles.map(({ cause }) => cause).sort(),
    );
  });

  it.each(causes.map((cause) => [[cause.cause, ...(cause.variant ? [cause.variant] : [])].join(', '), cause] as const))(
    '%s: is told as documented, once when it begins and once when it ends',
    async (_name, cause) => {
      const outcome = await waitUntil('the outcome', () => outcomes.get(cause), outcomeOptions);
      if ('error' in outcome) throw outcome.error;
    },
  );
});

describe('R19: a KooDrive', () => {
  it('that rejects a call, or fails twice in a row, is not told', async () => {
    await finished;
    const lane = lanes[0] as TroubleLane;
    const view = await lane.startGateway({ begin: () => undefined });
    const bench = lane.createBench();
    await lane.sandbox.control.addFault({ match: {}, effect: { status: 503 }, times: 2 });
    expect(await bench.call('GET', '/v1/spaces')).toBe(200);
    expect(await bench.call('GET', '/v1/spaces/1/files/2')).toBe(404);
    expect(view.listTroubled()).toEqual([]);
  });
});
