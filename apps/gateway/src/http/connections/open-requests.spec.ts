import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthenticationFailure, type AuthenticationStrategy, type Caller, type CallerRequest } from '#callers';
import type { ProblemError } from '#problem';
import type { EndpointSpec } from '../endpoint.js';
import { RequestContext } from '../request-context.js';
import { OpenRequests } from './open-requests.js';

const caller: Caller = {
  id: 'api-key:one',
  kind: 'api-key',
  owner: 'tests',
  scopes: new Set(['jobs:read']),
  principal: { kind: 'user', userId: 'u1' },
};

type Verification = Caller | AuthenticationFailure | Promise<Caller | AuthenticationFailure>;

/** Open requests whose credentials are what `verify` says. */
function createOpenRequests() {
  const state = {
    timeMs: 0,
    checkedKeys: [] as unknown[],
    ends: [] as unknown[],
    errors: [] as unknown[],
    valid: 0,
    onValid: () => undefined as void,
    verify: (_request: CallerRequest): Verification => caller,
  };
  const strategy = {
    name: 'double',
    async authenticate(this: { success(c: Caller): void; fail(f: unknown): void }, request: CallerRequest) {
      state.checkedKeys.push(request.headers['x-api-key']);
      const result = await state.verify(request);
      if (result instanceof AuthenticationFailure) this.fail(result);
      else this.success(result);
    },
  } as unknown as AuthenticationStrategy;
  const openRequests = new OpenRequests({
    strategies: [strategy],
    onValid: () => {
      state.valid += 1;
      state.onValid();
    },
    onEnd: (_request, _caller, end) => state.ends.push(end instanceof AuthenticationFailure ? end.reason : end),
    onError: (error) => state.errors.push(error),
    monotonic: () => state.timeMs,
  });
  cleanUp = () => openRequests.close();
  return { openRequests, state };
}

let cleanUp = (): void => undefined;
afterEach(() => cleanUp());

interface RequestOptions {
  readonly key?: string;
  readonly headersSent?: boolean;
  readonly endpoint?: Partial<EndpointSpec>;
}

function openRequest(openRequests: OpenRequests, { key = 'k', headersSent = false, endpoint }: RequestOptions = {}) {
  const raw = Object.assign(new EventEmitter(), {
    headersSent,
    writableFinished: false,
    destroyed: false,
    destroy: () => (raw.destroyed = true),
  });
  const reply = { raw } as unknown as FastifyReply;
  const headers = { 'x-api-key': key };
  const gateway = new RequestContext(reply);
  const request = {
    gateway,
    headers,
    query: {},
    raw: { headers, rawHeaders: ['x-api-key', key], socket: { destroyed: false }, complete: true },
    routeOptions: { config: { endpoint: { scope: 'jobs:read', upstreamOperations: [], summary: '', ...endpoint } } },
  } as unknown as FastifyRequest;
  openRequests.track(request, reply, caller);
  return { gateway, raw, problem: () => gateway.endedBy?.code };
}

const revoked = new AuthenticationFailure('revoked-key', { caller: caller.id });

describe('S23: the requests in progress', () => {
  it('are checked once for each credential, and go on while it is valid', async () => {
    const { openRequests, state } = createOpenRequests();
    const requests = Array.from({ length: 20 }, (_, index) => openRequest(openRequests, { key: `k${index % 2}` }));
    await openRequests.checkAll();
    expect(state.checkedKeys).toEqual(['k0', 'k1']);
    expect(state.valid).toBe(2);
    expect(requests.every(({ problem, gateway }) => !problem() && !gateway.signal.aborted)).toBe(true);
  });

  it('end when the credential has become invalid: a started response is cut, an event stream ends by its signal', async () => {
    const { openRequests, state } = createOpenRequests();
    const waiting = openRequest(openRequests);
    const download = openRequest(openRequests, { headersSent: true });
    const stream = openRequest(openRequests, { headersSent: true, endpoint: { produces: 'text/event-stream' } });
    state.verify = () => revoked;
    await openRequests.checkAll();
    expect([waiting, download, stream].map(({ raw }) => raw.destroyed)).toEqual([false, true, false]);
    for (const { gateway } of [waiting, download, stream]) {
      expect((gateway.signal.reason as ProblemError).code).toBe('unauthenticated');
      expect(gateway.endedBy).toBe(gateway.signal.reason);
    }
    await openRequests.checkAll();
    expect(state.ends).toEqual(['revoked-key', 'revoked-key', 'revoked-key']);
  });

  it('end when the credential has lost the scope of the route, and no others', async () => {
    const { openRequests, state } = createOpenRequests();
    const job = openRequest(openRequests);
    const download = openRequest(openRequests, { endpoint: { scope: 'files:read' } });
    state.verify = () => ({ ...caller, scopes: new Set(['files:read'] as const) });
    await openRequests.checkAll();
    expect([job.problem(), download.problem()]).toEqual(['missing-scope', undefined]);
    expect(state.ends).toEqual([{ missingScope: 'jobs:read' }]);
  });

  it('end when the credential now stands for another user', async () => {
    const { openRequests, state } = createOpenRequests();
    const { problem } = openRequest(openRequests);
    state.verify = () => ({ ...caller, principal: { kind: 'user', userId: 'u2' } });
    await openRequests.checkAll();
    expect(problem()).toBe('unauthenticated');
  });

  it.each(['store-unavailable', 'token-keys-unavailable', 'verification-failed'] as const)(
    'go on for ten seconds while the credential cannot be checked (%s), and end after that',
    async (reason) => {
      const { openRequests, state } = createOpenRequests();
      const { problem } = openRequest(openRequests);
      state.timeMs = 60_000;
      await openRequests.checkAll();
      state.verify = () => new AuthenticationFailure(reason);
      state.timeMs += 9_999;
      await openRequests.checkAll();
      expect(problem()).toBeUndefined();
      state.timeMs += 1;
      await openRequests.checkAll();
      expect(problem()).toBeDefined();
    },
  );

  it('are checked again after a check that failed in itself', async () => {
    const { openRequests, state } = createOpenRequests();
    const { problem } = openRequest(openRequests);
    const error = new Error('of a callback');
    state.onValid = () => {
      throw error;
    };
    await openRequests.checkAll();
    expect(state.errors).toEqual([error]);
    state.verify = () => revoked;
    await openRequests.checkAll();
    expect(problem()).toBe('unauthenticated');
  });

  it('do not wait for the check of another credential', async () => {
    const { openRequests, state } = createOpenRequests();
    openRequest(openRequests, { key: 'slow' });
    const other = openRequest(openRequests, { key: 'other' });
    let finish = (_caller: Caller): void => undefined;
    state.verify = ({ headers }) =>
      headers['x-api-key'] === 'slow' ? new Promise((resolve) => (finish = resolve)) : caller;
    const checks = [openRequests.checkAll()];
    await nextTurn();
    state.verify = ({ headers }) => (headers['x-api-key'] === 'slow' ? caller : revoked);
    checks.push(openRequests.checkAll());
    await checks[1];
    expect(other.problem()).toBe('unauthenticated');
    expect(state.checkedKeys).toEqual(['slow', 'other', 'other']);
    finish(caller);
    await Promise.all(checks);
  });

  it('are not ended if they are calls that end browser sessions, but their handlers must not start', async () => {
    const { openRequests, state } = createOpenRequests();
    const { gateway, problem } = openRequest(openRequests, { endpoint: { scope: 'session' } });
    state.verify = () => new AuthenticationFailure('unknown-session');
    await openRequests.checkAll();
    expect(problem()).toBe('session-ended');
    expect(gateway.signal.aborted).toBe(false);
  });

  it('are forgotten when they are closed', async () => {
    const { openRequests, state } = createOpenRequests();
    const { raw, problem } = openRequest(openRequests);
    state.verify = () => {
      raw.emit('close');
      return revoked;
    };
    await openRequests.checkAll();
    await openRequests.checkAll();
    expect(state.checkedKeys).toHaveLength(1);
    expect(problem()).toBeUndefined();
  });
});
