import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FaultEffect } from '../../apps/sandbox/src/control/fault-rule.js';
import { waitUntil } from '../support/wait-until.js';
import {
  downloadFile,
  type DriveFile,
  type Job,
  type ListResponse,
  noCacheHeaders,
  parseProblem,
  sha256Hex,
  findSpace,
  uploadFile,
  fetchAllPages,
} from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let spaceId: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterEach(() => stack.sandbox.faults.clear());
afterAll(() => stack.close());

const countCalls = (operation: string): number => stack.sandbox.counters().byOperation[operation] ?? 0;
/** The number of calls of an operation that changed the state, independent of their responses. */
const countCommitted = (operation: string): number =>
  stack.sandbox.ledger().filter((entry) => entry.operation === operation && entry.committed).length;
const listFiles = (headers: Record<string, string> = {}): Promise<GatewayResponse> =>
  stack.call('GET', `/v1/spaces/${spaceId}/files?limit=90`, { headers });
let lastLimit = 10;
/** A URL that was not read before, so that no response is cached for it. */
const nextUncachedPath = (): string => `/v1/spaces/${spaceId}/files?limit=${(lastLimit += 1)}&type=archive`;
const listNames = async (): Promise<string[]> =>
  (await fetchAllPages<DriveFile>(stack, `/v1/spaces/${spaceId}/files?limit=100`)).entries.map(({ name }) => name);
const createFolder = (name: string, headers: Record<string, string> = {}): Promise<GatewayResponse> =>
  stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name }, headers });
const unknownOutcome = { status: 504, code: 'outcome-unknown', outcome: 'unknown', retryable: false };

/** Makes enough successful calls that the previous failures do not open the circuit breaker, and checks their data. */
async function verifyRecovery(): Promise<void> {
  stack.sandbox.faults.clear();
  for (let i = 0; i < 5; i += 1) {
    const response = await listFiles(noCacheHeaders);
    expect(response.status).toBe(200);
    expect(response.json<ListResponse<DriveFile>>().items.map(({ name }) => name)).toContain('trip.zip');
  }
}

describe('a read from a faulty upstream', () => {
  const faults: readonly (readonly [string, FaultEffect, number, string])[] = [
    ['truncates the body', { cutBodyAt: 40 }, 502, 'upstream-protocol'],
    ['announces more bytes than it sends', { wrongLength: true }, 502, 'upstream-protocol'],
    ['announces fewer bytes than it sends', { wrongLength: -20 }, 502, 'upstream-protocol'],
    ['responds with an HTML page and 200', { html: true, status: 200 }, 502, 'upstream-protocol'],
    ['responds with a 502 of a proxy in HTML', { html: true }, 503, 'upstream-unavailable'],
    ['responds 200 with an error code', { status: 200, code: 13000301 }, 404, 'not-found'],
    ['responds with an unknown error code', { status: 400, code: 987654321 }, 422, 'refused-by-upstream'],
    [
      'responds with a code that is a member name of every object',
      { body: { code: 'constructor' } },
      422,
      'refused-by-upstream',
    ],
    ['responds with invalid JSON', { invalidJson: true }, 502, 'upstream-protocol'],
    ['responds with 40 MB', { hugeBodyBytes: 40_000_000 }, 502, 'upstream-protocol'],
    ['responds with text', { body: 'plain text' }, 502, 'upstream-protocol'],
    ['responds with a list without an envelope', { body: [] }, 502, 'upstream-protocol'],
    [
      'responds with another envelope',
      { body: { code: 0, msg: '', payload: { files: [] } } },
      502,
      'upstream-protocol',
    ],
    ['responds without a code', { body: { files: [] } }, 502, 'upstream-protocol'],
    [
      'responds with a list that is not an array',
      { body: { code: 0, msg: '', files: 'none' } },
      502,
      'upstream-protocol',
    ],
    ['responds with unreadable entries', { body: { code: 0, msg: '', files: [{}, {}] } }, 502, 'upstream-protocol'],
    ['declares a wrong content encoding', { headers: { 'content-encoding': 'gzip' } }, 502, 'upstream-protocol'],
    ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: {} }, 502, 'upstream-protocol'],
    ['rejects without a code', { status: 403, body: '' }, 403, 'no-permission'],
    ['rejects at its API gateway', buildApigEffect(403, '0302'), 403, 'no-permission'],
    ['throttles at its API gateway', buildApigEffect(429, '0308'), 503, 'upstream-unavailable'],
    ['resets the connection', { reset: 'before' }, 503, 'upstream-unavailable'],
    ['responds 503', { status: 503, body: '' }, 503, 'upstream-unavailable'],
    ['responds 401 to every credential of the user', { tokenExpired: true }, 403, 'user-not-accepted'],
  ];
  function buildApigEffect(status: number, code: string): FaultEffect {
    return { status, body: { error_code: `APIGW.${code}`, error_msg: 'text of the gateway', request_id: 'r' } };
  }

  it.each(faults)(
    'that %s returns the right problem, and is not cached',
    async (_description, effect, status, code) => {
      stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect });
      const path = nextUncachedPath();
      const response = await stack.call('GET', path);
      expect(parseProblem(response)).toMatchObject({ status, code });
      expect(response.text).not.toMatch(/127\.0\.0\.1|<html|plain text|987654321.*msg/);
      expect(response.headers.get('cache-status')).toBeNull();
      await verifyRecovery();
      const after = await stack.call('GET', path);
      expect(after.headers.get('cache-status')).toMatch(/fwd=uri-miss/);
      expect(after.json<ListResponse<DriveFile>>().items.map(({ name }) => name)).toContain('trip.zip');
    },
  );

  it.each([
    ['is null', null],
    ['has no id', { fileName: 'a.txt' }],
    ['has a name that is not a string', { id: 'F2', fileName: { a: 1 } }],
  ])('leaves out an entry that %s, and counts it', async (_description, entry) => {
    const counted = async (): Promise<number> => {
      const text = await stack.gateway.context.metrics.render();
      const lines = text.split('\n').filter((line) => line.startsWith('upstream_deviations_total{'));
      return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    };
    const before = await counted();
    const effect = { body: { code: 0, msg: '', files: [{ id: 'F1', fileName: 'b.txt', fileType: 1 }, entry] } };
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect, times: 1 });
    const response = await stack.call('GET', nextUncachedPath());
    expect(response.json<ListResponse<DriveFile>>().items.map(({ id }) => id)).toEqual(['F1']);
    expect(await counted()).toBeGreaterThan(before);
  });

  it('returns the right data if the code is a string', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { codeAsText: true } });
    expect((await listFiles(noCacheHeaders)).json<ListResponse<DriveFile>>().items.map(({ name }) => name)).toContain(
      'trip.zip',
    );
  });

  it('is retried after one failure', async () => {
    for (const effect of [{ reset: 'after' }, { cutBodyAt: 3 }, { status: 503, body: '' }] as const) {
      stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect, times: 1 });
      const before = countCalls('getPersonalFiles');
      expect((await listFiles(noCacheHeaders)).status).toBe(200);
      expect(countCalls('getPersonalFiles') - before).toBe(2);
    }
    await verifyRecovery();
  });

  it('returns the Retry-After of the upstream', async () => {
    const headers = { 'retry-after': '7' };
    stack.sandbox.faults.add({ match: { operation: 'getJobList' }, effect: { status: 503, body: '', headers } });
    const response = await stack.call('GET', '/v1/jobs', { headers: { 'x-request-timeout': '2' } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '7']);
    await verifyRecovery();
  });
});

describe('a slow upstream', () => {
  it('is limited by X-Request-Timeout', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { delayMs: 3_000 } });
    const start = performance.now();
    const response = await stack.call('GET', nextUncachedPath(), { headers: { 'x-request-timeout': '0.4' } });
    expect(parseProblem(response)).toMatchObject({ status: 504, code: 'upstream-timeout', retryable: true });
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('is limited by the timeout of each caller, even if the callers share one upstream call', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { delayMs: 1_000 } });
    const path = nextUncachedPath();
    const before = countCalls('getPersonalFiles');
    const shortTimeout = stack.call('GET', path, { headers: { 'x-request-timeout': '0.3' } });
    const defaultTimeout = await stack.call('GET', path);
    expect(parseProblem(await shortTimeout)).toMatchObject({ status: 504, code: 'upstream-timeout' });
    expect(defaultTimeout.status).toBe(200);
    expect(countCalls('getPersonalFiles') - before).toBe(1);
  });

  it('makes the outcome of a write unknown, without a retry', async () => {
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { delayMs: 1_500 } });
    const before = countCalls('createDirectory');
    const response = await createFolder('slow', { 'x-request-timeout': '0.4' });
    expect(parseProblem(response)).toMatchObject(unknownOutcome);
    await waitUntil('the slow call to arrive', () => countCalls('createDirectory') > before);
    await waitUntil('the folder to be created', async () => (await listNames()).includes('slow'));
    expect(countCalls('createDirectory') - before).toBe(1);
  });
});

describe('a write that fails in the middle', () => {
  const writeFaults: readonly (readonly [string, FaultEffect, boolean])[] = [
    ['reset before execution', { reset: 'before' }, false],
    ['reset after execution', { reset: 'after' }, true],
    ['a truncated response', { cutBodyAt: 5 }, true],
    ['a response shorter than announced', { wrongLength: true }, true],
    ['an HTML page of a proxy', { html: true }, false],
    ['503 without a body', { status: 503, body: '' }, false],
  ];

  it.each(writeFaults)(
    'creating a folder, %s: it is not retried, its outcome is unknown, and the next list is current',
    async (description, effect, executed) => {
      await listNames();
      stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect, times: 1 });
      const before = countCalls('createDirectory');
      const name = `folder, ${description}`;
      expect(parseProblem(await createFolder(name))).toMatchObject(unknownOutcome);
      expect(countCalls('createDirectory') - before).toBe(1);
      expect((await listNames()).filter((each) => each === name)).toHaveLength(executed ? 1 : 0);
    },
  );

  it.each(writeFaults)('starting a job, %s: at most one job is started', async (_description, effect, executed) => {
    const before = countCommitted('createJob');
    stack.sandbox.faults.add({ match: { operation: 'createJob' }, effect, times: 1 });
    const body = { action: 'restore', spaceId, fileIds: ['F1'] };
    expect(parseProblem(await stack.call('POST', '/v1/jobs', { body }))).toMatchObject(unknownOutcome);
    expect(countCommitted('createJob') - before).toBe(executed ? 1 : 0);
  });

  it.each(writeFaults)('completing an upload, %s: at most one file is created', async (description, effect) => {
    stack.sandbox.faults.add({ match: { operation: 'completeFile' }, effect, times: 1 });
    const name = `upload, ${description}.bin`;
    const path = `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}`;
    const response = await stack.call('PUT', path, { bytes: 'x' });
    const fileCount = (await listNames()).filter((each) => each === name).length;
    expect(fileCount).toBeLessThanOrEqual(1);
    if (response.status === 201) expect(fileCount).toBe(1);
    else expect(parseProblem(response)).toMatchObject(unknownOutcome);
  });

  it('succeeds if the first read of its result fails', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getFile' }, effect: { reset: 'before' }, times: 1 });
    const response = await createFolder('read twice');
    expect([response.status, response.json<DriveFile>().name]).toEqual([201, 'read twice']);
  });

  it('has a known outcome if the upstream rejects it', async () => {
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { status: 400, code: 13000311 } });
    const before = countCalls('createDirectory');
    expect(parseProblem(await createFolder('space full'))).toMatchObject({
      status: 409,
      code: 'space-full',
      retryable: false,
    });
    expect(countCalls('createDirectory') - before).toBe(1);
    expect(await listNames()).not.toContain('space full');
  });
});

describe('an Access Token', () => {
  /** Calls getSpaceV2, which accepts the app token only. */
  const listSpaces = (): Promise<GatewayResponse> =>
    stack.call('GET', `/v1/spaces?kind=individual&limit=${(lastLimit += 1)}`);
  const countMints = (): number => stack.sandbox.counters().appTokensMinted;
  const expiry = { match: { operation: ['getSpaceV2', 'getUserSpaceList'] }, effect: { tokenExpired: true } };
  const expireToken = (times?: number): unknown => stack.sandbox.faults.add({ ...expiry, times });

  it('that has expired is renewed once for all concurrent callers', async () => {
    expect((await listSpaces()).status).toBe(200);
    const before = countMints();
    expireToken(1);
    const responses = await Promise.all(Array.from({ length: 10 }, listSpaces));
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
    expect(countMints() - before).toBe(1);
  });

  it('that is rejected again after a renewal is not renewed repeatedly', async () => {
    const before = countMints();
    expireToken();
    expect(parseProblem(await listSpaces())).toMatchObject({ status: 503, code: 'credential-source-unavailable' });
    expect(countMints() - before).toBeLessThanOrEqual(2);
    stack.sandbox.faults.clear();
    expect((await listSpaces()).status).toBe(200);
  });

  it('that cannot be minted is a problem without URL and secret, and is minted later', async () => {
    expireToken(1);
    stack.sandbox.faults.add({
      match: { part: 'token' },
      effect: { status: 500, body: 'secret of the token endpoint' },
    });
    const response = await listSpaces();
    expect(parseProblem(response)).toMatchObject({
      status: 503,
      code: 'credential-source-unavailable',
      retryable: true,
    });
    expect(response.text).not.toMatch(/secret|127\.0\.0\.1|oauth/);
    stack.sandbox.faults.clear();
    await waitUntil('a token to be minted', async () => (await listSpaces()).status === 200);
  });
});

describe('an object store that fails', () => {
  const put = (name: string, bytes: Uint8Array): Promise<GatewayResponse> =>
    stack.call('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, { bytes });

  it.each([
    ['503', { status: 503 }],
    ['a reset before', { reset: 'before' }],
    ['a reset after', { reset: 'after' }],
    ['an expired URL', { status: 403 }],
  ] as const)(
    'once during a part upload (%s): the part is sent again, the file is complete',
    async (description, effect) => {
      stack.sandbox.faults.add({ match: { part: 'upload' }, effect, times: 1, skip: 1 });
      const bytes = randomBytes(20 * 1024 * 1024);
      const response = await put(`again-${description.replace(/\W/g, '-')}.bin`, bytes);
      expect(response.status).toBe(201);
      const downloaded = await downloadFile(stack, spaceId, response.json<DriveFile>().id);
      expect(sha256Hex(downloaded.bytes)).toBe(sha256Hex(bytes));
    },
  );

  it('permanently during a part upload: the response is a problem, and no file is created', async () => {
    stack.sandbox.faults.add({ match: { part: 'upload' }, effect: { status: 503 } });
    expect(parseProblem(await put('never.bin', Buffer.alloc(10)))).toMatchObject({
      status: 502,
      code: 'upstream-failed',
    });
    expect(await listNames()).not.toContain('never.bin');
  });

  it.each([
    ['503', { status: 503 }],
    ['403', { status: 403 }],
    ['a reset', { reset: 'before' }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
  ] as const)('before a download starts (%s): the response is a problem', async (description, effect) => {
    const file = await uploadFile(stack, spaceId, `download ${description}.bin`, 'bytes');
    stack.sandbox.faults.add({ match: { part: 'download' }, effect });
    const response = await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}/content`);
    expect(parseProblem(response)).toMatchObject({ status: 502, code: 'upstream-failed' });
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(response.text).not.toContain('127.0.0.1');
  });

  it.each([
    ['truncated', { cutBodyAt: 70_000 }],
    ['shorter than announced', { wrongLength: true }],
  ] as const)('during a download (%s): the response is aborted', async (description, effect) => {
    const file = await uploadFile(stack, spaceId, `broken ${description}.bin`, randomBytes(200_000));
    stack.sandbox.faults.add({ match: { part: 'download' }, effect });
    await expect(downloadFile(stack, spaceId, file.id)).rejects.toThrow();
    stack.sandbox.faults.clear();
    expect((await downloadFile(stack, spaceId, file.id)).bytes.length).toBe(200_000);
  });

  it('does not make the gateway follow a download URL of another origin', async () => {
    const file = await uploadFile(stack, spaceId, 'elsewhere.bin', 'x');
    const url = 'http://127.0.0.1:9/elsewhere?secret=canary';
    const body = { code: 0, msg: '', batchCode: 1, downloads: [{ fileId: file.id, fileName: 'x', code: '0', url }] };
    stack.sandbox.faults.add({ match: { operation: 'getDownLoadUrl' }, effect: { body } });
    const response = await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}/content`);
    expect(parseProblem(response)).toMatchObject({ status: 502, code: 'upstream-protocol' });
    expect(response.text).not.toContain('canary');
  });
});

describe('many 503 responses', () => {
  it('return 503 with Retry-After, with few upstream calls, and reads succeed again afterwards', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { status: 503, body: '' } });
    const before = countCalls('getPersonalFiles');
    const requestCount = 200;
    const responses: GatewayResponse[] = [];
    for (let i = 0; i < requestCount; i += 20) {
      const group = Array.from({ length: 20 }, (_, j) =>
        stack.call('GET', `/v1/spaces/${spaceId}/files?limit=${1 + ((i + j) % 100)}&sort=size&type=image`, {
          headers: noCacheHeaders,
        }),
      );
      responses.push(...(await Promise.all(group)));
    }
    for (const response of responses) {
      expect(parseProblem(response)).toMatchObject({ status: 503, code: 'upstream-unavailable', retryable: true });
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    expect(countCalls('getPersonalFiles') - before).toBeLessThan(requestCount * 1.25);
    stack.sandbox.faults.clear();
    await waitUntil('reads to work again', async () => (await listFiles(noCacheHeaders)).status === 200, {
      timeoutMs: 15_000,
    });
  });
});

describe('after all faults', () => {
  it('no write was executed twice, and no call violated the contract', async () => {
    const names = await listNames();
    expect(new Set(names).size).toBe(names.length);
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
    expect((await stack.sendRaw({ path: '/live' })).status).toBe(200);
  });

  it('each job was started once', async () => {
    const jobs = (await fetchAllPages<Job>(stack, '/v1/jobs?limit=100&action=restore')).entries;
    expect(jobs).toHaveLength(countCommitted('createJob'));
  });
});
