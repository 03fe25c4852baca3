import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BudgetLedger, type Caller, callerBudgets, type GrantedScope } from '#callers';
import { ProblemError } from '#problem';
import { dayMs, ManualClock, MemoryStore, type Store, StoreUnavailableError } from '#store';
import { Vault } from '#vault';
import { overrideStore } from '../../../../../test/support/store-double.js';
import type { IdempotentRequest, StoredResponse } from './idempotency-record.js';
import { IdempotencyStore } from './idempotency-store.js';

const vault = new Vault([{ id: 'one', key: createSecretKey(randomBytes(32)) }]);
const { maxBytes, maxItemBytes } = callerBudgets.storedResponses;
const request: IdempotentRequest = { fingerprint: 'same', scopes: ['files:write'] };

const createCaller = (id: string, ...scopes: GrantedScope[]): Caller => ({
  id,
  kind: 'jwt',
  owner: 'tests',
  scopes: new Set(scopes),
  principal: { kind: 'app' },
});
const caller = createCaller('jwt:one', 'files:write');
const createResponse = (bodyBytes: number): StoredResponse => ({
  status: 201,
  headers: { location: '/v1/things/1' },
  body: 'x'.repeat(bodyBytes),
});

let clock: ManualClock;
let innerStore: MemoryStore;
let ledger: BudgetLedger;
let responses: IdempotencyStore;
beforeEach(() => {
  clock = new ManualClock();
  innerStore = new MemoryStore({ clock });
  ledger = new BudgetLedger(innerStore);
  responses = new IdempotencyStore(innerStore, vault, ledger);
});

/** A call whose request is being executed, until the test ends it. */
interface RunningCall {
  complete(response: StoredResponse): Promise<unknown>;
  fail(problem: ProblemError): Promise<unknown>;
}

/** @throws what a call gets whose request is not executed */
function begin(name: string, by = caller, begun: IdempotentRequest = request): Promise<RunningCall> {
  return new Promise((resolve, reject) => {
    const execute = (): Promise<StoredResponse> =>
      new Promise((complete, fail) => {
        resolve({
          complete: (response) => (complete(response), call),
          fail: (problem) => (fail(problem), expect(call).rejects.toBe(problem)),
        });
      });
    const call = responses.executeOnce(name, begun, by, execute);
    call.then(() => reject(new Error('the response is stored already')), reject);
  });
}
const readStored = async (
  name: string,
  by = caller,
  { fingerprint, scopes }: IdempotentRequest = request,
): Promise<StoredResponse | undefined> =>
  responses.executeOnce(name, { fingerprint, scopes }, by, () => Promise.reject(new Error('nothing is stored')));
const complete = async (name: string, response: StoredResponse): Promise<unknown> =>
  (await begin(name)).complete(response);
const rejectsWith = (code: string) => expect.objectContaining({ code });

describe('S31: IdempotencyStore', () => {
  it('gives a response back only to a caller who has every scope that the request required', async () => {
    const widerRequest = { fingerprint: 'same', scopes: ['spaces:read', 'admin:quota'] } as const;
    const wide = createCaller('jwt:one', 'spaces:read', 'admin:quota');
    const first = await begin('wide', wide, widerRequest);
    const narrow = createCaller('jwt:one', 'spaces:read');
    await expect(readStored('wide', narrow, widerRequest)).rejects.toEqual(rejectsWith('missing-scope'));
    await first.complete(createResponse(3));
    for (const scopes of [widerRequest.scopes, []] as const) {
      const repeated = readStored('wide', narrow, { ...widerRequest, scopes });
      await expect(repeated).rejects.toEqual(rejectsWith('missing-scope'));
    }
    expect(await readStored('wide', wide, widerRequest)).toEqual(createResponse(3));
  });

  it('rejects a request before it is executed where the budget of its caller is used up', async () => {
    await ledger.admit('storedResponses', caller.id, { id: 'others', bytes: maxBytes - 1, ttlMs: dayMs });
    const running = await begin('last');
    await expect(begin('one too many')).rejects.toEqual(
      expect.objectContaining({ code: 'too-many-requests', retryAfterSeconds: dayMs / 1000 }),
    );
    await begin('of another', createCaller('jwt:other', 'files:write'));
    await running.complete(createResponse(1));
    expect(await readStored('last')).toEqual(createResponse(1));
    clock.advance(dayMs);
    await begin('one too many');
  });

  it('counts what is stored, not what the requests in progress could store, also after an instance has died', async () => {
    const count = Math.ceil(maxBytes / maxItemBytes) + 10;
    const names = Array.from({ length: count }, (_, index) => `running-${index}`);
    const calls = await Promise.all(names.map((name) => begin(name)));
    await begin('another');
    await Promise.all(calls.map((running) => running.complete(createResponse(maxItemBytes - 1_000))));
    expect(await readStored('running-0')).toEqual(createResponse(maxItemBytes - 1_000));
    await expect(begin('above the size of those')).rejects.toEqual(rejectsWith('too-many-requests'));
  });

  it('gives the room back where the request had no effect', async () => {
    await ledger.admit('storedResponses', caller.id, { id: 'others', bytes: maxBytes - 1, ttlMs: dayMs });
    await (await begin('failed')).fail(new ProblemError('upstream-unavailable'));
    await begin('failed');
  });

  it.each(['unauthenticated', 'key-expired', 'session-ended', 'missing-scope', 'acting-not-allowed'] as const)(
    'S23: executes a repetition where the credential became invalid before anything was done (%s)',
    async (code) => {
      await (await begin('ended')).fail(new ProblemError(code));
      await begin('ended');
    },
  );

  it.each([
    ['what may be tried again', new ProblemError('file-state-conflict', { retryable: true })],
    ['a connection that broke within the body', new ProblemError('bad-request')],
  ])('executes a repetition after %s', async (_name, problem) => {
    await (await begin('again')).fail(problem);
    await begin('again');
  });

  it('replays what is final, and what may have been done', async () => {
    const unknown = new ProblemError('upstream-timeout', { outcome: 'unknown', retryable: true });
    for (const problem of [new ProblemError('name-taken'), new ProblemError('outcome-unknown'), unknown]) {
      await (await begin(problem.code)).fail(problem);
      expect(await readStored(problem.code)).toMatchObject({ problem: { code: problem.code } });
    }
  });

  it('stores that a request was executed, without a response that is too large', async () => {
    await complete('large', createResponse(maxItemBytes));
    expect(await readStored('large')).toEqual({ ...createResponse(0), body: null, bodyOmitted: true });
    await complete('largest', createResponse(maxItemBytes - 1_000));
    expect(await readStored('largest')).toEqual(createResponse(maxItemBytes - 1_000));
    const detail = 'x'.repeat(maxItemBytes);
    await (await begin('problem')).fail(new ProblemError('name-taken', { detail: { en: detail, zh: '' } }));
    expect(await readStored('problem')).toEqual({ problem: { code: 'name-taken' } });
  });

  it('leaves the last memory of the store to sessions and tokens', async () => {
    let nearlyFull = false;
    responses = new IdempotencyStore(innerStore, vault, ledger, () => nearlyFull);
    await complete('before', createResponse(1));
    nearlyFull = true;
    await expect(begin('after')).rejects.toEqual(rejectsWith('store-unavailable'));
    expect(await readStored('before')).toEqual(createResponse(1));
    nearlyFull = false;
    await begin('after');
  });

  it.each(['getOrSet', 'addToBoundedSet', 'setIfEquals'] as const)(
    'fails closed where %s fails, and holds no claim',
    async (command) => {
      let full = true;
      const store: Store = overrideStore(innerStore, (inner) => ({
        [command]: (...args: never[]) =>
          full
            ? Promise.reject(new StoreUnavailableError('OOM'))
            : (inner[command] as (...args: never[]) => Promise<unknown>).call(inner, ...args),
      }));
      responses = new IdempotencyStore(store, vault, new BudgetLedger(store));
      await expect(begin('one')).rejects.toEqual(rejectsWith('store-unavailable'));
      full = false;
      await begin('one');
    },
  );

  it('reads records of releases that stored no scopes', async () => {
    const record = { fingerprint: 'same', response: { status: 204, headers: {}, body: null } };
    const encrypted = vault.encrypt('idempotency:old', Buffer.from(JSON.stringify(record)));
    await innerStore.set('idempotency:old', encrypted, dayMs);
    expect(await readStored('old')).toEqual(record.response);
  });
});
