import { afterEach, describe, expect, it } from '@jest/globals';
import { BreakerOpenError, Deadline, OutcomeUnknownError } from '#resilience';
import { once } from 'node:events';
import {
  type ClientUnderTest,
  truncateResponse,
  respondWithStatus,
  respondInSequence,
  resetConnection,
  startKooDriveClient,
  respondWithSuccess,
} from '../../../test/support/koodrive-client.js';
import { type RequestHandler, respondWithJson, LocalServer } from '../../../test/support/local-server.js';
import type { CallOptions, CompletedUpstreamCall, UpstreamAttempt } from './options.js';

const startedClients: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startKooDriveClient>): Promise<ClientUnderTest> => {
  const started = await startKooDriveClient(...args);
  startedClients.push(started);
  return started;
};
afterEach(async () => {
  for (const started of startedClients.splice(0)) await started.close();
});

const user = { kind: 'user', userId: '42' } as const;
const session = { kind: 'session', browserSessionId: 's', userId: '42' } as const;
const createDirectory = { fileName: 'x', fileType: '10', containerId: 'C' } as const;

describe('read', () => {
  it.each<[string, RequestHandler]>([
    ['a 503', respondWithStatus(503)],
    ['a 429', respondWithStatus(429)],
    ['a connection reset', resetConnection],
    ['HTML', (response) => response.end('<html>')],
    ['a truncated body', truncateResponse],
    [
      'a body shorter than its content-length',
      (response) => response.writeHead(200, { 'content-length': '9' }).end('{"code":0'),
    ],
    ['an inner failure', (response) => respondWithJson(response, { code: 13000201 }, 500)],
    ['an inner failure with HTTP 200', (response) => respondWithJson(response, { code: '13000201' })],
  ])('is repeated after %s', async (_what, behavior) => {
    const { client, server } = await setUp(respondInSequence(behavior, behavior, respondWithSuccess));
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.receivedRequests).toHaveLength(3);
  });

  it.each<[string, RequestHandler, object]>([
    [
      'a redirect',
      respondWithStatus(302, { location: 'http://127.0.0.1:1/' }),
      { name: 'UpstreamProtocolError', violation: 'redirect' },
    ],
    [
      'a rejection',
      (response) => respondWithJson(response, { code: 13000410 }, 400),
      { name: 'KooDriveError', code: '13000410' },
    ],
    [
      'a changed envelope',
      (response) => respondWithJson(response, { code: 0, result: {} }),
      { name: 'UpstreamProtocolError' },
    ],
    ['a response of 40 MB', (response) => response.end(Buffer.alloc(40 * 2 ** 20)), { name: 'ResponseTooLargeError' }],
  ])('is not repeated after %s, and fails', async (_what, behavior, failure) => {
    const { client, server } = await setUp(behavior);
    await expect(client.call('getUser', { userId: '7' }, session)).rejects.toMatchObject(failure);
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('is sent again when the first attempt gets no response', async () => {
    const noResponse: RequestHandler = () => undefined;
    const { client, server } = await setUp(respondInSequence(noResponse, respondWithSuccess), {
      firstAttemptTimeoutMs: 100,
    });
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.receivedRequests).toHaveLength(2);
  });

  it('gives the second attempt all the remaining time, since the upstream may just be slow', async () => {
    const noResponse: RequestHandler = () => undefined;
    const slowResponse: RequestHandler = (...args) => setTimeout(() => respondWithSuccess(...args), 2_500);
    const { client, server } = await setUp(respondInSequence(noResponse, slowResponse), { firstAttemptTimeoutMs: 100 });
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.receivedRequests).toHaveLength(2);
  });

  it('waits for the time of Retry-After before it is repeated', async () => {
    const waitsMs: number[] = [];
    const delay = async (ms: number): Promise<void> => void waitsMs.push(ms);
    const { client } = await setUp(
      respondInSequence(respondWithStatus(503, { 'retry-after': '7' }), respondWithSuccess),
      { resilience: { delay } },
    );
    await client.call('getUnreadCount', {}, session);
    expect(waitsMs).toEqual([7000]);
  });

  it('reports Retry-After when it is longer than the time of the call', async () => {
    const { client, server } = await setUp(respondWithStatus(503, { 'retry-after': '60' }));
    const outcome = client.call('getUnreadCount', {}, session, { timeoutMs: 1000 });
    await expect(outcome).rejects.toMatchObject({
      name: 'UpstreamUnavailableError',
      retryAfterMs: 60_000,
      status: 503,
    });
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('ends at its timeout when the upstream is slow', async () => {
    const { client } = await setUp(() => undefined);
    const startedAt = performance.now();
    const outcome = client.call('getUnreadCount', {}, session, { timeoutMs: 120 });
    await expect(outcome).rejects.toMatchObject({ name: 'UpstreamTimeoutError' });
    // Far below the default of 15 s, but not exact, since the machine may be busy.
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('ends at its timeout when the credential source is slow', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const { client } = await setUp(respondWithSuccess, {
      credentials: { obtain: never, renew: never, recordUse: () => undefined },
    });
    const outcome = client.call('getUnreadCount', {}, session, { timeoutMs: 60 });
    await expect(outcome).rejects.toMatchObject({
      name: 'UpstreamTimeoutError',
      classification: { outcome: 'unsent' },
    });
  });

  it('uses the deadline of the caller and leaves it running', async () => {
    const { client, server } = await setUp(respondWithSuccess);
    const deadline = new Deadline(60_000);
    await client.call('getUnreadCount', {}, session, { deadline });
    expect(deadline.signal.aborted).toBe(false);
    deadline.end();
    const shortDeadline = new Deadline(10);
    await expect(client.call('getUnreadCount', {}, session, { deadline: shortDeadline })).rejects.toMatchObject({
      name: 'UpstreamTimeoutError',
    });
    expect(server.receivedRequests).toHaveLength(1);
    shortDeadline.end();
  });

  it("ends when the caller's signal aborts, and closes the connection", async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const { client } = await setUp((response) => {
      closed = once(response, 'close');
      controller.abort(new Error('gone'));
    });
    const outcome = client.call('getUnreadCount', {}, session, { signal: controller.signal });
    await expect(outcome).rejects.toMatchObject({ name: 'CallAbortedError' });
    await closed;
  });
});

describe('write that must not be repeated', () => {
  it.each<[string, RequestHandler]>([
    ['a connection reset', resetConnection],
    ['a bare 503', respondWithStatus(503)],
    ['a bare 502', respondWithStatus(502)],
    ['HTML instead of JSON', (response) => response.end('<html>')],
    ['a truncated body', truncateResponse],
    ['an inner failure', (response) => respondWithJson(response, { code: 13000201 }, 500)],
    ['a response of 40 MB', (response) => response.end(Buffer.alloc(40 * 2 ** 20))],
  ])('is sent once and throws OutcomeUnknownError after %s', async (_what, behavior) => {
    const { client, server } = await setUp(behavior);
    const outcome = client.call('createDirectory', createDirectory, user);
    await expect(outcome).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('has an unknown outcome when it was sent and timed out', async () => {
    const { client, server } = await setUp(() => undefined);
    const outcome = client.call('createDirectory', createDirectory, user, { timeoutMs: 80 });
    await expect(outcome).rejects.toMatchObject({
      name: 'OutcomeUnknownError',
      operation: 'createDirectory',
      cause: { name: 'UpstreamTimeoutError' },
    });
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('has a known outcome when the upstream rejects it', async () => {
    const { client } = await setUp((response) => respondWithJson(response, { code: 13000405 }, 400));
    const outcome = client.call('createDirectory', createDirectory, user);
    await expect(outcome).rejects.toMatchObject({ name: 'KooDriveError', code: '13000405' });
  });

  it('is not sent again after a 429', async () => {
    const { client, server } = await setUp(respondWithStatus(429));
    await expect(client.call('createDirectory', createDirectory, user)).rejects.toMatchObject({
      name: 'UpstreamUnavailableError',
      status: 429,
    });
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('is sent again when nothing was sent', async () => {
    const server = await LocalServer.start(respondWithSuccess);
    await server.close();
    const { client, attempts } = await setUp(respondWithSuccess, { baseUrl: server.origin });
    const outcome = client.call('createDirectory', createDirectory, user);
    await expect(outcome).rejects.toMatchObject({
      name: 'UpstreamUnavailableError',
      classification: { outcome: 'unsent' },
    });
    expect(attempts).toHaveLength(3);
  });
});

describe('write that may be repeated', () => {
  it('is repeated after a connection reset', async () => {
    const { client, server } = await setUp(respondInSequence(resetConnection, respondWithSuccess));
    await client.call('updateUserGroup', { groupId: '1', groupName: 'x', sourceType: 1 }, user);
    expect(server.receivedRequests).toHaveLength(2);
  });
});

describe('observer', () => {
  it('gets each attempt with its number, outcome, status and trace id', async () => {
    const { client, server, attempts } = await setUp(respondInSequence(respondWithStatus(503), respondWithSuccess));
    const callAttempts: UpstreamAttempt[] = [];
    const observer = { onAttempt: (attempt: UpstreamAttempt) => callAttempts.push(attempt) };
    await client.call('getUnreadCount', {}, session, { observer });
    expect(attempts).toMatchObject([
      { operation: 'getUnreadCount', class: 'tasks.read', attempt: 1, outcome: 'unavailable', status: 503 },
      { operation: 'getUnreadCount', class: 'tasks.read', attempt: 2, outcome: 'success', status: 200 },
    ]);
    expect(attempts.map(({ traceId }) => traceId)).toEqual(
      server.receivedRequests.map(({ headers }) => headers['x-traceid']),
    );
    expect(callAttempts).toEqual(attempts);
  });

  const rejection: RequestHandler = (response) => respondWithJson(response, { code: 13000410 }, 400);
  const noResponse: RequestHandler = () => undefined;
  const rename = { groupId: '1', groupName: 'x', sourceType: 1 } as const;
  it.each<[string, (client: ClientUnderTest['client'], options: CallOptions) => Promise<unknown>, RequestHandler[]]>([
    ['done', (client, options) => client.call('createDirectory', createDirectory, user, options), [respondWithSuccess]],
    ['none', (client, options) => client.call('createDirectory', createDirectory, user, options), [rejection]],
    ['unknown', (client, options) => client.call('createDirectory', createDirectory, user, options), [resetConnection]],
    // The last response is not all that was sent.
    [
      'unknown',
      (client, options) => client.call('updateUserGroup', rename, user, options),
      [respondWithStatus(503), rejection],
    ],
    [
      'unknown',
      (client, options) => client.call('updateUserGroup', rename, user, { ...options, timeoutMs: 300 }),
      [noResponse],
    ],
    ['', (client, options) => client.call('getUser', { userId: '7' }, user, options), [respondWithSuccess]],
    [
      '',
      (client, options) => client.call('uploadUrl', { fileId: 'F', multiParts: [] }, user, options),
      [respondWithSuccess],
    ],
  ])('gets what a call changed: %s', async (effect, call, behaviors) => {
    const { client } = await setUp(respondInSequence(...behaviors));
    const calls: CompletedUpstreamCall[] = [];
    await call(client, { observer: { onCall: (completed) => calls.push(completed) } }).catch(() => undefined);
    expect(calls.map((completed) => completed.effect ?? '')).toEqual([effect]);
  });

  it('gets a call that the breaker rejected, and the caller gets the time to wait', async () => {
    const { client, attempts, server } = await setUp(respondWithStatus(502), {
      resilience: { delay: async () => undefined, minAttemptsPerSecond: 1, windowMs: 5000, openMs: 30_000 },
    });
    for (let i = 0; i < 10; i++) await client.call('getUnreadCount', {}, session).catch(() => undefined);
    const sentCount = server.receivedRequests.length;
    const error: unknown = await client.call('getUnreadCount', {}, session).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'UpstreamUnavailableError', cause: expect.any(BreakerOpenError) });
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(20_000);
    expect(attempts.at(-1)).toMatchObject({ outcome: 'rejected-locally', attempt: 0, status: undefined });
    expect(server.receivedRequests).toHaveLength(sentCount);
  });
});
