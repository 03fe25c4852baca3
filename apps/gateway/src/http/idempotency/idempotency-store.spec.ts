import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BudgetLedger, type Caller, callerBudgets, type GrantedScope } from '#callers';
import { ProblemError } from '#problem';
import { dayMs, ManualClock, MemoryStore, type Store, StoreUnavailableError } from '#store';
import { Vault } from '#vault';
import { overrideStore } from '../../../../../test/support/store-double.js';
import { type IdempotencyClaim, IdempotencyStore, type StoredResponse } from './idempotency-store.js';

const vault = new Vault([{ id: 'one', key: createSecretKey(randomBytes(32)) }]);
const { maxBytes, maxItemBytes } = callerBudgets.storedResponses;
const request = { fingerprint: 'same', scopes: ['files:write'] } as const;

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

async function claim(name: string, by = caller): Promise<IdempotencyClaim> {
  const result = await responses.claim(name, request, by);
  if ('response' in result) throw new Error('the response is stored already');
  return result;
}
const readStored = async (name: string): Promise<StoredResponse> => {
  const result = await responses.claim(name, request, caller);
  if (!('response' in result)) throw new Error('nothing is stored');
  return result.response;
};
const complete = async (name: string, response: StoredResponse): Promise<void> =>
  (await claim(name)).complete(response);
const rejectsWith = (code: string) => expect.objectContaining({ code });

describe('S31: IdempotencyStore', () => {
  it('gives a response back only to a caller who has every scope that the request required', async () => {
    const widerRequest = { fingerprint: 'same', scopes: ['spaces:read', 'admin:quota'] } as const;
    const wide = createCaller('jwt:one', 'spaces:read', 'admin:quota');
    const first = await responses.claim('wide', widerRequest, wide);
    const narrow = createCaller('jwt:one', 'spaces:read');
    await expect(responses.claim('wide', widerRequest, narrow)).rejects.toEqual(rejectsWith('missing-scope'));
    if (!('complete' in first)) throw new Error('the response is stored already');
    await first.complete(createResponse(3));
    for (const scopes of [widerRequest.scopes, []] as const) {
      const repeated = responses.claim('wide', { ...widerRequest, scopes }, narrow);
      await expect(repeated).rejects.toEqual(rejectsWith('missing-scope'));
    }
    expect(await responses.claim('wide', widerRequest, wide)).toEqual({ response: createResponse(3) });
  });

  it('rejects a request before it is executed where the budget of its caller is used up', async () => {
    await ledger.admit('storedResponses', caller.id, { id: 'others', bytes: maxBytes - 1, ttlMs: dayMs });
    const running = await claim('last');
    await expect(claim('one too many')).rejects.toEqual(
      expect.objectContaining({ code: 'too-many-requests', retryAfterSeconds: dayMs / 1000 }),
    );
    await claim('of another', createCaller('jwt:other', 'files:write'));
    await running.complete(createResponse(1));
    expect(await readStored('last')).toEqual(createResponse(1));
    clock.advance(dayMs);
    await claim('one too many');
  });

  it('counts what is stored, not what the requests in progress could store, also after an instance has died', async () => {
    const count = Math.ceil(maxBytes / maxItemBytes) + 10;
    const names = Array.from({ length: count }, (_, index) => `running-${index}`);
    const claims = await Promise.all(names.map((name) => claim(name)));
    await claim('another');
    await Promise.all(claims.map((running) => running.complete(createResponse(maxItemBytes - 1_000))));
    expect(await readStored('running-0')).toEqual(createResponse(maxItemBytes - 1_000));
    await expect(claim('above the size of those')).rejects.toEqual(rejectsWith('too-many-requests'));
  });

  it('gives the room back where the request had no effect', async () => {
    await ledger.admit('storedResponses', caller.id, { id: 'others', bytes: maxBytes - 1, ttlMs: dayMs });
    await (await claim('failed')).fail(new ProblemError('upstream-unavailable'));
    await claim('failed');
  });

  it.each(['unauthenticated', 'key-expired', 'session-ended', 'missing-scope', 'acting-not-allowed'] as const)(
    'S23: executes a repetition where the credential became invalid before anything was done (%s)',
    async (code) => {
      await (await claim('ended')).fail(new ProblemError(code));
      await claim('ended');
    },
  );

  it.each([
    ['what may be tried again', new ProblemError('file-state-conflict', { retryable: true })],
    ['a connection that broke within the body', new ProblemError('bad-request')],
  ])('executes a repetition after %s', async (_name, problem) => {
    await (await claim('again')).fail(problem);
    await claim('again');
  });

  it('replays what is final, and what may have been done', async () => {
    const unknown = new ProblemError('upstream-timeout', { outcome: 'unknown', retryable: true });
    for (const problem of [new ProblemError('name-taken'), new ProblemError('outcome-unknown'), unknown]) {
      await (await claim(problem.code)).fail(problem);
      expect(await readStored(problem.code)).toMatchObject({ problem: { code: problem.code } });
    }
  });

  it('stores that a request was executed, without a response that is too large', async () => {
    await complete('large', createResponse(maxItemBytes));
    expect(await readStored('large')).toEqual({ ...createResponse(0), body: null, bodyOmitted: true });
    await complete('largest', createResponse(maxItemBytes - 1_000));
    expect(await readStored('largest')).toEqual(createResponse(maxItemBytes - 1_000));
    const detail = 'x'.repeat(maxItemBytes);
    await (await claim('problem')).fail(new ProblemError('name-taken', { detail: { en: detail, zh: '' } }));
    expect(await readStored('problem')).toEqual({ problem: { code: 'name-taken' } });
  });

  it('leaves the last memory of the store to sessions and tokens', async () => {
    let nearlyFull = false;
    responses = new IdempotencyStore(innerStore, vault, ledger, () => nearlyFull);
    await complete('before', createResponse(1));
    nearlyFull = true;
    await expect(claim('after')).rejects.toEqual(rejectsWith('store-unavailable'));
    expect(await readStored('before')).toEqual(createResponse(1));
    nearlyFull = false;
    await claim('after');
  });

  it.each(['set', 'addToBoundedSet'] as const)('fails closed where %s fails, and holds no claim', async (command) => {
    let full = true;
    const store: Store = overrideStore(innerStore, (inner) => ({
      [command]: (...args: never[]) =>
        full
          ? Promise.reject(new StoreUnavailableError('OOM'))
          : (inner[command] as (...args: never[]) => Promise<unknown>).call(inner, ...args),
    }));
    responses = new IdempotencyStore(store, vault, new BudgetLedger(store));
    await expect(claim('one')).rejects.toEqual(rejectsWith('store-unavailable'));
    full = false;
    await claim('one');
  });

  it('reads records of releases that stored no scopes', async () => {
    const record = { fingerprint: 'same', response: { status: 204, headers: {}, body: null } };
    const encrypted = vault.encrypt('idempotency:old', Buffer.from(JSON.stringify(record)));
    await innerStore.set('idempotency:old', encrypted, dayMs);
    expect(await readStored('old')).toEqual(record.response);
  });
});
