import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FaultEffect } from '../../apps/sandbox/src/control/fault-rule.js';
import { until } from '../support/deadline.js';
import {
  download,
  type File,
  type Job,
  type List,
  problemOf,
  sha256,
  spaceOf,
  upload,
  walk,
} from '../support/drive.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let spaceId: string;
beforeAll(async () => {
  stack = await startStack();
  spaceId = (await spaceOf(stack, 'individual')).id;
});
afterEach(() => stack.sandbox.faults.clear());
afterAll(() => stack.close());

const calls = (operation: string): number => stack.sandbox.counters().byOperation[operation] ?? 0;
/** Calls of an operation that did their work, whatever was answered. */
const committed = (operation: string): number =>
  stack.sandbox.ledger().filter((entry) => entry.operation === operation && entry.committed).length;
const files = (headers: Record<string, string> = {}): Promise<Answer> =>
  stack.call('GET', `/v1/spaces/${spaceId}/files?limit=90`, { headers });
let last = 10;
/** An address that was not asked for before, so that nothing is kept for it; fits all there is. */
const unasked = (): string => `/v1/spaces/${spaceId}/files?limit=${(last += 1)}&type=archive`;
const anew = { 'cache-control': 'no-cache' };
const names = async (): Promise<string[]> =>
  (await walk<File>(stack, `/v1/spaces/${spaceId}/files?limit=100`)).entries.map(({ name }) => name);
const folder = (name: string, headers: Record<string, string> = {}): Promise<Answer> =>
  stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name }, headers });
const unknownOutcome = { status: 504, code: 'outcome-unknown', outcome: 'unknown', retryable: false };

/** Enough good calls that the failures before them do not trip the breaker, and each with the right data. */
async function recover(): Promise<void> {
  stack.sandbox.faults.clear();
  for (let i = 0; i < 5; i += 1) {
    const answer = await files(anew);
    expect(answer.status).toBe(200);
    expect(answer.json<List<File>>().items.map(({ name }) => name)).toContain('trip.zip');
  }
}

describe('an upstream that lies to a reader', () => {
  const lies: readonly (readonly [string, FaultEffect, number, string])[] = [
    ['cuts the body', { cutBodyAt: 40 }, 502, 'upstream-protocol'],
    ['announces more than comes', { wrongLength: true }, 502, 'upstream-protocol'],
    ['announces less than comes', { wrongLength: -20 }, 502, 'upstream-protocol'],
    ['answers an HTML page with 200', { html: true, status: 200 }, 502, 'upstream-protocol'],
    ['answers a proxy’s 502 in HTML', { html: true }, 503, 'upstream-unavailable'],
    ['answers 200 with an error code', { status: 200, code: 13000301 }, 404, 'not-found'],
    ['answers an error code nobody knows', { status: 400, code: 987654321 }, 422, 'refused-by-upstream'],
    [
      'answers a code named like a member of every object',
      { body: { code: 'constructor' } },
      422,
      'refused-by-upstream',
    ],
    ['answers broken JSON', { invalidJson: true }, 502, 'upstream-protocol'],
    ['answers 40 MB', { hugeBodyBytes: 40_000_000 }, 502, 'upstream-protocol'],
    ['answers text', { body: 'plain text' }, 502, 'upstream-protocol'],
    ['answers a bare list', { body: [] }, 502, 'upstream-protocol'],
    ['answers another envelope', { body: { code: 0, msg: '', payload: { files: [] } } }, 502, 'upstream-protocol'],
    ['answers without a code', { body: { files: [] } }, 502, 'upstream-protocol'],
    ['answers a list that is none', { body: { code: 0, msg: '', files: 'none' } }, 502, 'upstream-protocol'],
    ['answers entries that are none', { body: { code: 0, msg: '', files: [null] } }, 502, 'upstream-protocol'],
    ['answers entries without an id', { body: { code: 0, msg: '', files: [{}] } }, 502, 'upstream-protocol'],
    ['answers entries whose name is no text', { body: named({ a: 1 }) }, 502, 'upstream-protocol'],
    ['claims an encoding', { headers: { 'content-encoding': 'gzip' } }, 502, 'upstream-protocol'],
    ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: {} }, 502, 'upstream-protocol'],
    ['refuses without a code', { status: 403, body: '' }, 403, 'no-permission'],
    ['lets its gateway refuse', apig(403, '0302'), 403, 'no-permission'],
    ['lets its gateway throttle', apig(429, '0308'), 503, 'upstream-unavailable'],
    ['resets the connection', { reset: 'before' }, 503, 'upstream-unavailable'],
    ['answers 503', { status: 503, body: '' }, 503, 'upstream-unavailable'],
    ['answers 401 to every credential', { tokenExpired: true }, 503, 'credential-source-unavailable'],
  ];
  function apig(status: number, code: string): FaultEffect {
    return { status, body: { error_code: `APIGW.${code}`, error_msg: 'text of the gateway', request_id: 'r' } };
  }
  function named(fileName: unknown): object {
    return { code: 0, msg: '', files: [{ id: 'F1', fileName }] };
  }

  it.each(lies)('and %s', async (_what, effect, status, code) => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect });
    const path = unasked();
    const answer = await stack.call('GET', path);
    expect(problemOf(answer)).toMatchObject({ status, code });
    expect(answer.text).not.toMatch(/127\.0\.0\.1|<html|plain text|987654321.*msg/);
    expect(answer.headers.get('cache-status')).toBeNull();
    await recover();
    const after = await stack.call('GET', path);
    expect(after.headers.get('cache-status')).toMatch(/fwd=uri-miss/);
    expect(after.json<List<File>>().items.map(({ name }) => name)).toContain('trip.zip');
  });

  it('gets the right data out of what is only odd', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { codeAsText: true } });
    expect((await files(anew)).json<List<File>>().items.map(({ name }) => name)).toContain('trip.zip');
  });

  it('is asked again after one failure, and nobody notices', async () => {
    for (const effect of [{ reset: 'after' }, { cutBodyAt: 3 }, { status: 503, body: '' }] as const) {
      stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect, times: 1 });
      const before = calls('getPersonalFiles');
      expect((await files(anew)).status).toBe(200);
      expect(calls('getPersonalFiles') - before).toBe(2);
    }
    await recover();
  });

  it('tells how long to wait', async () => {
    const headers = { 'retry-after': '7' };
    stack.sandbox.faults.add({ match: { operation: 'getJobList' }, effect: { status: 503, body: '', headers } });
    const answer = await stack.call('GET', '/v1/jobs', { headers: { 'x-request-timeout': '2' } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7']);
    await recover();
  });
});

describe('an upstream that is slow', () => {
  it('is waited for no longer than X-Request-Timeout says', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { delayMs: 3_000 } });
    const started = performance.now();
    const answer = await stack.call('GET', unasked(), { headers: { 'x-request-timeout': '0.4' } });
    expect(problemOf(answer)).toMatchObject({ status: 504, code: 'upstream-timeout', retryable: true });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('is waited for by each as long as it said, though they wait for one answer', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { delayMs: 1_000 } });
    const path = unasked();
    const before = calls('getPersonalFiles');
    const hurried = stack.call('GET', path, { headers: { 'x-request-timeout': '0.3' } });
    const patient = await stack.call('GET', path);
    expect(problemOf(await hurried)).toMatchObject({ status: 504, code: 'upstream-timeout' });
    expect(patient.status).toBe(200);
    expect(calls('getPersonalFiles') - before).toBe(1);
  });

  it('leaves the outcome of a write unknown, and is not asked a second time', async () => {
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { delayMs: 1_500 } });
    const before = calls('createDirectory');
    const answer = await folder('slow', { 'x-request-timeout': '0.4' });
    expect(problemOf(answer)).toMatchObject(unknownOutcome);
    await until('the slow call to arrive', () => calls('createDirectory') > before);
    await until('it to be done', async () => (await names()).includes('slow'));
    expect(calls('createDirectory') - before).toBe(1);
  });
});

describe('a write that fails in the middle', () => {
  const ways: readonly (readonly [string, FaultEffect, boolean])[] = [
    ['reset before it was done', { reset: 'before' }, false],
    ['reset after it was done', { reset: 'after' }, true],
    ['an answer that is cut', { cutBodyAt: 5 }, true],
    ['an answer shorter than announced', { wrongLength: true }, true],
    ['a proxy’s page', { html: true }, false],
    ['a bare 503', { status: 503, body: '' }, false],
  ];

  it.each(ways)(
    'making a folder, %s: not repeated, the outcome unknown, the next list true',
    async (way, effect, done) => {
      await names();
      stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect, times: 1 });
      const before = calls('createDirectory');
      const name = `folder, ${way}`;
      expect(problemOf(await folder(name))).toMatchObject(unknownOutcome);
      expect(calls('createDirectory') - before).toBe(1);
      expect((await names()).filter((each) => each === name)).toHaveLength(done ? 1 : 0);
    },
  );

  it.each(ways)('starting a job, %s: at most one job', async (_way, effect, done) => {
    const before = committed('createJob');
    stack.sandbox.faults.add({ match: { operation: 'createJob' }, effect, times: 1 });
    const body = { action: 'restore', spaceId, fileIds: ['F1'] };
    expect(problemOf(await stack.call('POST', '/v1/jobs', { body }))).toMatchObject(unknownOutcome);
    expect(committed('createJob') - before).toBe(done ? 1 : 0);
  });

  it.each(ways)('completing an upload, %s: one file or none, never two', async (way, effect) => {
    stack.sandbox.faults.add({ match: { operation: 'completeFile' }, effect, times: 1 });
    const name = `upload, ${way}.bin`;
    const path = `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}`;
    const answer = await stack.call('PUT', path, { bytes: 'x' });
    const there = (await names()).filter((each) => each === name).length;
    expect(there).toBeLessThanOrEqual(1);
    if (answer.status === 201) expect(there).toBe(1);
    else expect(problemOf(answer)).toMatchObject(unknownOutcome);
  });

  it('reads back what it wrote even if the first reading fails', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getFile' }, effect: { reset: 'before' }, times: 1 });
    const answer = await folder('read twice');
    expect([answer.status, answer.json<File>().name]).toEqual([201, 'read twice']);
  });

  it('is refused, and was certainly not done, where the upstream says so', async () => {
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { status: 400, code: 13000311 } });
    const before = calls('createDirectory');
    expect(problemOf(await folder('no room'))).toMatchObject({ status: 409, code: 'space-full', retryable: false });
    expect(calls('createDirectory') - before).toBe(1);
    expect(await names()).not.toContain('no room');
  });
});

describe('an Access Token', () => {
  /** What getSpaceV2 gives, to the app's token alone. */
  const read = (): Promise<Answer> => stack.call('GET', `/v1/spaces?kind=individual&limit=${(last += 1)}`);
  const minted = (): number => stack.sandbox.counters().appTokensMinted;
  const lapse = (times?: number): void => {
    stack.sandbox.faults.add({
      match: { operation: 'getSpaceV2' },
      effect: { tokenExpired: true },
      ...(times !== undefined && { times }),
    });
  };

  it('that has lapsed is renewed once for all who wait, and nobody notices', async () => {
    expect((await read()).status).toBe(200);
    const before = minted();
    lapse(1);
    const answers = await Promise.all(Array.from({ length: 10 }, read));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(minted() - before).toBe(1);
  });

  it('that is refused however new it is, is not renewed without end', async () => {
    const before = minted();
    lapse();
    expect(problemOf(await read())).toMatchObject({ status: 503, code: 'credential-source-unavailable' });
    expect(minted() - before).toBeLessThanOrEqual(2);
    stack.sandbox.faults.clear();
    expect((await read()).status).toBe(200);
  });

  it('that cannot be had is a problem that names no address and no secret, and is had later', async () => {
    lapse(1);
    stack.sandbox.faults.add({
      match: { part: 'token' },
      effect: { status: 500, body: 'secret of the token endpoint' },
    });
    const answer = await read();
    expect(problemOf(answer)).toMatchObject({ status: 503, code: 'credential-source-unavailable', retryable: true });
    expect(answer.text).not.toMatch(/secret|127\.0\.0\.1|oauth/);
    stack.sandbox.faults.clear();
    await until('a token to be had', async () => (await read()).status === 200);
  });
});

describe('an object store that fails', () => {
  const put = (name: string, bytes: Uint8Array): Promise<Answer> =>
    stack.call('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, { bytes });

  it.each([
    ['503', { status: 503 }],
    ['a reset before', { reset: 'before' }],
    ['a reset after', { reset: 'after' }],
    ['a lapsed address', { status: 403 }],
  ] as const)('once while a part is sent (%s): the part is sent again, the file is whole', async (way, effect) => {
    stack.sandbox.faults.add({ match: { part: 'upload' }, effect, times: 1, skip: 1 });
    const bytes = randomBytes(20 * 1024 * 1024);
    const answer = await put(`again-${way.replace(/\W/g, '-')}.bin`, bytes);
    expect(answer.status).toBe(201);
    const back = await download(stack, spaceId, answer.json<File>().id);
    expect(sha256(back.bytes)).toBe(sha256(bytes));
  });

  it('for good while a part is sent: a problem, and no file', async () => {
    stack.sandbox.faults.add({ match: { part: 'upload' }, effect: { status: 503 } });
    expect(problemOf(await put('never.bin', Buffer.alloc(10)))).toMatchObject({ status: 502, code: 'upstream-failed' });
    expect(await names()).not.toContain('never.bin');
  });

  it.each([
    ['503', { status: 503 }],
    ['403', { status: 403 }],
    ['a reset', { reset: 'before' }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
  ] as const)('before a download begins (%s): a problem', async (_way, effect) => {
    const file = await upload(stack, spaceId, `download ${_way}.bin`, 'bytes');
    stack.sandbox.faults.add({ match: { part: 'download' }, effect });
    const answer = await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}/content`);
    expect(problemOf(answer)).toMatchObject({ status: 502, code: 'upstream-failed' });
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(answer.text).not.toContain('127.0.0.1');
  });

  it.each([
    ['cut', { cutBodyAt: 70_000 }],
    ['shorter than announced', { wrongLength: true }],
  ] as const)('in the middle of a download (%s): broken off, never a whole answer', async (way, effect) => {
    const file = await upload(stack, spaceId, `broken ${way}.bin`, randomBytes(200_000));
    stack.sandbox.faults.add({ match: { part: 'download' }, effect });
    await expect(download(stack, spaceId, file.id)).rejects.toThrow();
    stack.sandbox.faults.clear();
    expect((await download(stack, spaceId, file.id)).bytes.length).toBe(200_000);
  });

  it('and a link that leads somewhere else is not followed', async () => {
    const file = await upload(stack, spaceId, 'elsewhere.bin', 'x');
    const url = 'http://127.0.0.1:9/elsewhere?secret=canary';
    const body = { code: 0, msg: '', batchCode: 1, downloads: [{ fileId: file.id, fileName: 'x', code: '0', url }] };
    stack.sandbox.faults.add({ match: { operation: 'getDownLoadUrl' }, effect: { body } });
    const answer = await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}/content`);
    expect(problemOf(answer)).toMatchObject({ status: 502, code: 'upstream-protocol' });
    expect(answer.text).not.toContain('canary');
  });
});

describe('a storm of 503', () => {
  it('is answered at once with 503 and Retry-After, loads the upstream little, and is over when it is over', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { status: 503, body: '' } });
    const before = calls('getPersonalFiles');
    const asked = 200;
    const answers: Answer[] = [];
    for (let i = 0; i < asked; i += 20) {
      const some = Array.from({ length: 20 }, (_, j) =>
        stack.call('GET', `/v1/spaces/${spaceId}/files?limit=${1 + ((i + j) % 100)}&sort=size&type=image`, {
          headers: anew,
        }),
      );
      answers.push(...(await Promise.all(some)));
    }
    for (const answer of answers) {
      expect(problemOf(answer)).toMatchObject({ status: 503, code: 'upstream-unavailable', retryable: true });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    expect(calls('getPersonalFiles') - before).toBeLessThan(asked * 1.25);
    stack.sandbox.faults.clear();
    await until('reads to work again', async () => (await files(anew)).status === 200, { within: 15_000 });
  });
});

describe('after all that', () => {
  it('no write was done twice, and no call broke the contract', async () => {
    const all = await walk<File>(stack, `/v1/spaces/${spaceId}/files?limit=100`);
    const seen = all.entries.map(({ name }) => name);
    expect(new Set(seen).size).toBe(seen.length);
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
    expect((await stack.raw({ path: '/live' })).status).toBe(200);
  });

  it('a job that was started is the only one of its kind', async () => {
    const jobs = (await walk<Job>(stack, '/v1/jobs?limit=100&action=restore')).entries;
    expect(jobs).toHaveLength(committed('createJob'));
  });
});
