import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';
import { deviationKinds, type DeviationSettings, type SentDeviation } from './deviations.js';

const apiPrefix = '/koodrive/ose/v1';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 42 });
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

interface DeviationState {
  readonly on: boolean;
  readonly count: number;
  readonly last: readonly SentDeviation[];
}

function callDeviations(method: string, body?: unknown, token = sandbox.options.controlToken): Promise<Response> {
  const authorization = `Bearer ${token}`;
  return fetch(`${sandbox.url}/_sandbox/deviations`, {
    method,
    headers: body === undefined ? { authorization } : { authorization, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function startDeviations(settings: DeviationSettings): Promise<DeviationState> {
  const response = await callDeviations('POST', settings);
  expect(response.status).toBe(200);
  return (await response.json()) as DeviationState;
}

const readDeviations = async (): Promise<DeviationState> =>
  (await (await callDeviations('GET')).json()) as DeviationState;

/** Calls an operation that changes nothing. @returns the body, without a deviation always the same */
async function readSpace(): Promise<string> {
  const userId = sandbox.users()[0]?.userId ?? '';
  const { accessToken } = sandbox.openSession(userId);
  const response = await fetch(`${sandbox.url}${apiPrefix}/space/${userId}?type=1`, {
    headers: { authorization: accessToken },
  });
  expect(response.status).toBe(200);
  return response.text();
}

async function readBodies(count: number): Promise<string[]> {
  const bodies: string[] = [];
  for (let n = 0; n < count; n += 1) bodies.push(await readSpace());
  return bodies;
}

describe('POST /_sandbox/deviations', () => {
  it('gives each success a deviation, and GET lists what was sent', async () => {
    const [documented] = await readBodies(1);
    expect(await startDeviations({ seed: 7 })).toEqual({ on: true, count: 0, last: [] });
    const bodies = await readBodies(8);
    expect(bodies).not.toContain(documented);
    const state = await readDeviations();
    expect(state).toMatchObject({ on: true, count: 8 });
    expect(state.last).toHaveLength(8);
    for (const { operation, kind, pointer } of state.last) {
      expect(operation).toBe('getSpace');
      expect(deviationKinds).toContain(kind);
      expect(pointer).toMatch(/^\//);
    }
  });

  it('sends the same deviations for the same seed, and others for another', async () => {
    const runWith = async (seed: number): Promise<[string[], readonly SentDeviation[]]> => {
      await startDeviations({ seed });
      return [await readBodies(12), (await readDeviations()).last];
    };
    const first = await runWith(7);
    expect(await runWith(7)).toEqual(first);
    expect(await runWith(8)).not.toEqual(first);
  });

  it('starts with the first success after `skip`, and ends after `times`', async () => {
    const [documented] = await readBodies(1);
    await startDeviations({ seed: 7, skip: 2, times: 3 });
    const bodies = await readBodies(7);
    expect(bodies.map((body) => body === documented)).toEqual([true, true, false, false, false, true, true]);
    expect(await readDeviations()).toMatchObject({ on: true, count: 3 });
  });

  it.each(deviationKinds)('sends only deviations of the kind %s', async (kind) => {
    await startDeviations({ seed: 7, kinds: [kind] });
    await readBodies(6);
    expect((await readDeviations()).last.map((sent) => sent.kind)).toEqual(Array.from({ length: 6 }, () => kind));
  });

  it('begins anew when it is called again', async () => {
    await startDeviations({ seed: 7 });
    await readBodies(2);
    expect(await startDeviations({ seed: 7, times: 1 })).toEqual({ on: true, count: 0, last: [] });
  });

  it('deviates from no failure', async () => {
    await startDeviations({ seed: 7 });
    const response = await fetch(`${sandbox.url}${apiPrefix}/session/auth`);
    expect(response.status).toBe(401);
    expect(await readDeviations()).toMatchObject({ count: 0 });
  });

  it.each<[field: string, body: unknown]>([
    ['seed', {}],
    ['seed', { seed: -1 }],
    ['seed', { seed: 1.5 }],
    ['seed', { seed: 2 ** 32 }],
    ['seed', { seed: 'seven' }],
    ['seed', { seed: null }],
    ['kinds', { seed: 7, kinds: [] }],
    ['kinds/1', { seed: 7, kinds: ['drop', 'explode'] }],
    ['kinds', { seed: 7, kinds: { drop: true } }],
    ['times', { seed: 7, times: 0 }],
    ['times', { seed: 7, times: null }],
    ['skip', { seed: 7, skip: -1 }],
    ['surprise', { seed: 7, surprise: 1 }],
  ])('rejects a wrong %s by its name, and starts nothing: %j', async (field, body) => {
    const response = await callDeviations('POST', body);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: string };
    expect(error).toContain(field);
    expect(await readDeviations()).toEqual({ on: false, count: 0, last: [] });
  });

  it('needs a body', async () => {
    expect((await callDeviations('POST')).status).toBe(400);
    expect((await callDeviations('POST', [])).status).toBe(400);
  });
});

describe('DELETE /_sandbox/deviations', () => {
  it('ends the deviations, and GET still lists those that were sent', async () => {
    const [documented] = await readBodies(1);
    await startDeviations({ seed: 7 });
    await readBodies(2);
    const response = await callDeviations('DELETE');
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(await readBodies(2)).toEqual([documented, documented]);
    expect(await readDeviations()).toMatchObject({ on: false, count: 2 });
  });

  it('does no harm when there are none', async () => {
    expect((await callDeviations('DELETE')).status).toBe(204);
    expect(await readDeviations()).toEqual({ on: false, count: 0, last: [] });
  });
});

describe('the deviations', () => {
  it.each(['GET', 'POST', 'DELETE'])('are changed and read only with the control token: %s', async (method) => {
    const body = method === 'POST' ? { seed: 7 } : undefined;
    await startDeviations({ seed: 7 });
    expect((await callDeviations(method, body, 'a-wrong-control-token')).status).toBe(401);
    expect(await readDeviations()).toEqual({ on: true, count: 0, last: [] });
  });

  it('are forgotten by a reset', async () => {
    await startDeviations({ seed: 7 });
    await readBodies(2);
    await sandbox.reset();
    expect(await readDeviations()).toEqual({ on: false, count: 0, last: [] });
  });

  it('are on from the start with a seed in the options, and again after a reset', async () => {
    const deviating = await startSandbox({ deviationSeed: 7 });
    const before = deviating.deviations.describe();
    deviating.deviations.stop();
    await deviating.reset();
    const after = deviating.deviations.describe();
    await deviating.close();
    expect([before, after]).toEqual([before, { on: true, count: 0, last: [] }]);
    expect(before).toMatchObject({ on: true });
  });
});
