import { afterEach, describe, expect, it } from '@jest/globals';
import { BreakerOpenError, Deadline, OutcomeUnknownError } from '#resilience';
import { once } from 'node:events';
import {
  type ClientUnderTest,
  cut,
  failing,
  inTurn,
  reset,
  startClient,
  success,
} from '../../../test/support/koodrive-client.js';
import { type Behaviour, json, LocalServer } from '../../../test/support/local-server.js';
import type { UpstreamAttempt } from './options.js';

const running: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startClient>): Promise<ClientUnderTest> => {
  const started = await startClient(...args);
  running.push(started);
  return started;
};
afterEach(async () => {
  for (const started of running.splice(0)) await started.close();
});

const user = { kind: 'user', userId: '42' } as const;
const session = { kind: 'session', sessionId: 's', userId: '42' } as const;
const createDirectory = { fileName: 'x', fileType: '10', containerId: 'C' } as const;

describe('a read', () => {
  it.each<[string, Behaviour]>([
    ['a 503', failing(503)],
    ['a 429', failing(429)],
    ['a reset', reset],
    ['HTML', (response) => response.end('<html>')],
    ['a cut body', cut],
    ['a length that is too short', (response) => response.writeHead(200, { 'content-length': '9' }).end('{"code":0')],
    ['an inner failure', (response) => json(response, { code: 13000201 }, 500)],
    ['an inner failure with HTTP 200', (response) => json(response, { code: '13000201' })],
  ])('is repeated after %s', async (_what, behaviour) => {
    const { client, server } = await setUp(inTurn(behaviour, behaviour, success));
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.seen).toHaveLength(3);
  });

  it.each<[string, Behaviour, object]>([
    [
      'a redirect',
      failing(302, { location: 'http://127.0.0.1:1/' }),
      { name: 'UpstreamProtocolError', breach: 'redirect' },
    ],
    ['a refusal', (response) => json(response, { code: 13000410 }, 400), { name: 'KooDriveError', code: '13000410' }],
    ['a changed envelope', (response) => json(response, { code: 0, result: {} }), { name: 'UpstreamProtocolError' }],
    ['an answer of 40 MB', (response) => response.end(Buffer.alloc(40 * 2 ** 20)), { name: 'AnswerTooLargeError' }],
  ])('is not repeated after %s, and fails', async (_what, behaviour, failure) => {
    const { client, server } = await setUp(behaviour);
    await expect(client.call('getUser', { userId: '7' }, session)).rejects.toMatchObject(failure);
    expect(server.seen).toHaveLength(1);
  });

  it('is sent again when the first try brings nothing but silence', async () => {
    const silence: Behaviour = () => undefined;
    const { client, server } = await setUp(inTurn(silence, success), { patienceMs: 100 });
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.seen).toHaveLength(2);
  });

  it('is waited for with all the time that is left the second time, since the upstream may just be slow', async () => {
    const silence: Behaviour = () => undefined;
    const slow: Behaviour = (...told) => setTimeout(() => success(...told), 2_500);
    const { client, server } = await setUp(inTurn(silence, slow), { patienceMs: 100 });
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.seen).toHaveLength(2);
  });

  it('waits as long as Retry-After says', async () => {
    const waits: number[] = [];
    const delay = async (ms: number): Promise<void> => void waits.push(ms);
    const { client } = await setUp(inTurn(failing(503, { 'retry-after': '7' }), success), { resilience: { delay } });
    await client.call('getUnreadCount', {}, session);
    expect(waits).toEqual([7000]);
  });

  it('tells how long to wait when that is longer than the call may take', async () => {
    const { client, server } = await setUp(failing(503, { 'retry-after': '60' }));
    const outcome = client.call('getUnreadCount', {}, session, { timeoutMs: 1000 });
    await expect(outcome).rejects.toMatchObject({
      name: 'UpstreamUnavailableError',
      retryAfterMs: 60_000,
      status: 503,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('ends in time when the upstream is slow', async () => {
    const { client } = await setUp(() => undefined);
    const startedAt = performance.now();
    const outcome = client.call('getUnreadCount', {}, session, { timeoutMs: 120 });
    await expect(outcome).rejects.toMatchObject({ name: 'UpstreamTimeoutError' });
    // Far from the default of 15 s, not exact: the machine may be busy.
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('ends in time when the credential source is slow', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const { client } = await setUp(success, { credentials: { obtain: never, renew: never, used: () => undefined } });
    const outcome = client.call('getUnreadCount', {}, session, { timeoutMs: 60 });
    await expect(outcome).rejects.toMatchObject({ name: 'UpstreamTimeoutError', verdict: { outcome: 'unsent' } });
  });

  it('shares the time of a deadline that somebody keeps', async () => {
    const { client, server } = await setUp(success);
    const deadline = new Deadline(60_000);
    await client.call('getUnreadCount', {}, session, { deadline });
    expect(deadline.signal.aborted).toBe(false);
    deadline.end();
    const late = new Deadline(10);
    await expect(client.call('getUnreadCount', {}, session, { deadline: late })).rejects.toMatchObject({
      name: 'UpstreamTimeoutError',
    });
    expect(server.seen).toHaveLength(1);
    late.end();
  });

  it("ends with the caller's signal, and the upstream sees the connection close", async () => {
    const caller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const { client } = await setUp((response) => {
      closed = once(response, 'close');
      caller.abort(new Error('gone'));
    });
    const outcome = client.call('getUnreadCount', {}, session, { signal: caller.signal });
    await expect(outcome).rejects.toMatchObject({ name: 'CallAbortedError' });
    await closed;
  });
});

describe('a write that must not be repeated', () => {
  it.each<[string, Behaviour]>([
    ['a reset', reset],
    ['a bare 503', failing(503)],
    ['a bare 502', failing(502)],
    ['HTML in place of JSON', (response) => response.end('<html>')],
    ['a cut body', cut],
    ['an inner failure', (response) => json(response, { code: 13000201 }, 500)],
    ['an answer of 40 MB', (response) => response.end(Buffer.alloc(40 * 2 ** 20))],
  ])('is sent once, and its outcome called unknown, after %s', async (_what, behaviour) => {
    const { client, server } = await setUp(behaviour);
    const outcome = client.call('createDirectory', createDirectory, user);
    await expect(outcome).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(server.seen).toHaveLength(1);
  });

  it('has an unknown outcome when it was sent and the time is up', async () => {
    const { client, server } = await setUp(() => undefined);
    const outcome = client.call('createDirectory', createDirectory, user, { timeoutMs: 80 });
    await expect(outcome).rejects.toMatchObject({
      name: 'OutcomeUnknownError',
      operation: 'createDirectory',
      cause: { name: 'UpstreamTimeoutError' },
    });
    expect(server.seen).toHaveLength(1);
  });

  it('has a known outcome when the upstream refuses it', async () => {
    const { client } = await setUp((response) => json(response, { code: 13000405 }, 400));
    const outcome = client.call('createDirectory', createDirectory, user);
    await expect(outcome).rejects.toMatchObject({ name: 'KooDriveError', code: '13000405' });
  });

  it('is not sent again when it was turned away', async () => {
    const { client, server } = await setUp(failing(429));
    await expect(client.call('createDirectory', createDirectory, user)).rejects.toMatchObject({
      name: 'UpstreamUnavailableError',
      status: 429,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('is sent again when it never left', async () => {
    const server = await LocalServer.start(success);
    await server.close();
    const { client, attempts } = await setUp(success, { baseUrl: server.origin });
    const outcome = client.call('createDirectory', createDirectory, user);
    await expect(outcome).rejects.toMatchObject({ name: 'UpstreamUnavailableError', verdict: { outcome: 'unsent' } });
    expect(attempts).toHaveLength(3);
  });
});

describe('a write that may be repeated', () => {
  it('is repeated after a reset', async () => {
    const { client, server } = await setUp(inTurn(reset, success));
    await client.call('updateUserGroup', { groupId: '1', groupName: 'x', sourceType: 1 }, user);
    expect(server.seen).toHaveLength(2);
  });
});

describe('what the observer sees', () => {
  it('is each request with its number, outcome, status and trace id', async () => {
    const { client, server, attempts } = await setUp(inTurn(failing(503), success));
    const own: UpstreamAttempt[] = [];
    const observer = { onAttempt: (attempt: UpstreamAttempt) => own.push(attempt) };
    await client.call('getUnreadCount', {}, session, { observer });
    expect(attempts).toMatchObject([
      { operation: 'getUnreadCount', class: 'tasks.read', attempt: 1, outcome: 'unavailable', status: 503 },
      { operation: 'getUnreadCount', class: 'tasks.read', attempt: 2, outcome: 'success', status: 200 },
    ]);
    expect(attempts.map(({ traceId }) => traceId)).toEqual(server.seen.map(({ headers }) => headers['x-traceid']));
    expect(own).toEqual(attempts);
  });

  it('is that a call was held back, with the time to come back for the caller', async () => {
    const { client, attempts, server } = await setUp(failing(502), {
      resilience: { delay: async () => undefined, leastPerSecond: 1, windowMs: 5000, openMs: 30_000 },
    });
    for (let i = 0; i < 10; i++) await client.call('getUnreadCount', {}, session).catch(() => undefined);
    const sent = server.seen.length;
    const error: unknown = await client.call('getUnreadCount', {}, session).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'UpstreamUnavailableError', cause: expect.any(BreakerOpenError) });
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(20_000);
    expect(attempts.at(-1)).toMatchObject({ outcome: 'held-back', attempt: 0, status: null });
    expect(server.seen).toHaveLength(sent);
  });
});
