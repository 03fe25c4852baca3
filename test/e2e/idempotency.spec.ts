import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DriveFile,
  type Job,
  issueKeyFor,
  parseProblem,
  findSpace,
  fetchAllPages,
} from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let spaceId: string;
let foldersPath: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  spaceId = (await findSpace(stack, 'individual')).id;
  foldersPath = `/v1/spaces/${spaceId}/folders`;
});
afterEach(() => stack.sandbox.faults.clear());
afterAll(() => stack.close());

let lastKeyNumber = 0;
const createIdempotencyKey = (): string => `test-key-${(lastKeyNumber += 1)}`;
const createFolder = (name: string, key: string, path = foldersPath): Promise<GatewayResponse> =>
  stack.call('POST', path, { body: { name }, headers: { 'idempotency-key': key } });
const countCalls = (operation: string): number => stack.sandbox.counters().byOperation[operation] ?? 0;
const countFilesNamed = async (name: string): Promise<number> =>
  (await fetchAllPages<DriveFile>(stack, `/v1/spaces/${spaceId}/files?limit=100`)).entries.filter(
    (file) => file.name === name,
  ).length;
const isReplayed = (response: GatewayResponse): boolean => response.headers.get('idempotent-replayed') === 'true';

describe('Idempotency-Key', () => {
  it('replays the first response, body and headers, without a second write', async () => {
    const key = createIdempotencyKey();
    const first = await createFolder('once', key);
    const before = countCalls('createDirectory');
    const second = await createFolder('once', key);
    expect([first.status, isReplayed(first)]).toEqual([201, false]);
    expect([second.status, isReplayed(second)]).toEqual([201, true]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(countCalls('createDirectory')).toBe(before);
    expect(await countFilesNamed('once')).toBe(1);
  });

  it('replays Location', async () => {
    const headers = { 'idempotency-key': createIdempotencyKey() };
    const body = { action: 'restore', spaceId, fileIds: ['F1'] };
    const first = await stack.call('POST', '/v1/jobs', { body, headers });
    const second = await stack.call('POST', '/v1/jobs', { body, headers });
    expect(second.json<Job>().id).toBe(first.json<Job>().id);
    expect(second.headers.get('location')).toBe(`/v1/jobs/${first.json<Job>().id}`);
    expect(countCalls('createJob')).toBe(1);
  });

  it('belongs to one request: another body, URL or method is rejected with 422', async () => {
    const key = createIdempotencyKey();
    const { id } = (await createFolder('used', key)).json<DriveFile>();
    const rejected = [
      await createFolder('other', key),
      await createFolder('used', key, `/v1/spaces/${spaceId}x/folders`),
      await stack.call('PATCH', `/v1/spaces/${spaceId}/files/${id}`, {
        body: { name: 'used' },
        headers: { 'idempotency-key': key },
      }),
    ];
    for (const response of rejected) {
      expect(parseProblem(response)).toMatchObject({ status: 422, code: 'idempotency-key-reused', retryable: false });
    }
    expect(await countFilesNamed('other')).toBe(0);
  });

  it('belongs to one request, whatever the order of its members and parameters', async () => {
    const jobHeaders = { 'idempotency-key': createIdempotencyKey() };
    const postJob = (body: object) => stack.call('POST', '/v1/jobs', { body, headers: jobHeaders });
    expect((await postJob({ action: 'restore', spaceId, fileIds: ['F1', 'F2'] })).status).toBe(202);
    expect(isReplayed(await postJob({ fileIds: ['F1', 'F2'], spaceId, action: 'restore' }))).toBe(true);
    const otherList = await postJob({ action: 'restore', spaceId, fileIds: ['F2', 'F1'] });
    expect(parseProblem(otherList).code).toBe('idempotency-key-reused');

    const uploadHeaders = { 'idempotency-key': createIdempotencyKey() };
    const put = (query: string) =>
      stack.call('PUT', `/v1/spaces/${spaceId}/content?${query}`, { bytes: 'x', headers: uploadHeaders });
    expect((await put('name=one%20file&onConflict=rename')).status).toBe(201);
    expect(isReplayed(await put('onConflict=rename&name=one+file'))).toBe(true);
    expect(parseProblem(await put('onConflict=refuse&name=one+file')).code).toBe('idempotency-key-reused');
  });

  it('belongs to one caller: another caller may use the same key', async () => {
    const key = createIdempotencyKey();
    await createFolder('mine', key);
    const jonasKey = await issueKeyFor(stack, 'Jonas Weber');
    const space = await findSpace(stack, 'individual', jonasKey);
    const response = await stack.call('POST', `/v1/spaces/${space.id}/folders`, {
      key: jonasKey,
      body: { name: 'mine' },
      headers: { 'idempotency-key': key },
    });
    expect([response.status, isReplayed(response)]).toEqual([201, false]);
  });

  it('executes one of ten concurrent requests; the others get 409 or the replayed response', async () => {
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { delayMs: 300 } });
    const key = createIdempotencyKey();
    const before = countCalls('createDirectory');
    const responses = await Promise.all(Array.from({ length: 10 }, () => createFolder('ten', key)));
    const inProgress = responses.filter(({ status }) => status === 409);
    expect(responses.filter((response) => response.status === 201 && !isReplayed(response))).toHaveLength(1);
    expect(inProgress.length).toBeGreaterThan(0);
    for (const response of inProgress) {
      expect(parseProblem(response)).toMatchObject({ code: 'idempotency-in-progress', retryable: true });
      expect(response.headers.get('retry-after')).toBe('1');
    }
    expect(countCalls('createDirectory') - before).toBe(1);
    expect([(await createFolder('ten', key)).status, await countFilesNamed('ten')]).toEqual([201, 1]);
  });

  it('replays a rejection without a second upstream call', async () => {
    await createFolder('taken', createIdempotencyKey());
    const key = createIdempotencyKey();
    const first = await createFolder('taken', key);
    const before = countCalls('createDirectory');
    const second = await createFolder('taken', key);
    expect(parseProblem(first)).toMatchObject({ status: 409, code: 'name-taken' });
    expect(parseProblem(second)).toMatchObject({
      code: 'name-taken',
      upstream: { operation: 'createDirectory', code: '13000405' },
    });
    expect(isReplayed(second)).toBe(true);
    expect(countCalls('createDirectory')).toBe(before);
  });

  it('does not store a response if the write was certainly not executed: the next request is executed', async () => {
    const key = createIdempotencyKey();
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { tokenExpired: true } });
    const first = await createFolder('rejected first', key);
    expect(parseProblem(first)).toMatchObject({ status: 403, code: 'user-not-accepted', retryable: false });
    stack.sandbox.faults.clear();
    const second = await createFolder('rejected first', key);
    expect([second.status, isReplayed(second)]).toEqual([201, false]);
  });

  it('does not store a response that may be tried again', async () => {
    const key = createIdempotencyKey();
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { code: 13000304 }, times: 1 });
    expect(parseProblem(await createFolder('busy', key))).toMatchObject({ status: 409, retryable: true });
    const second = await createFolder('busy', key);
    expect([second.status, isReplayed(second)]).toEqual([201, false]);
  });

  it('does not store that an upload failed at the object store', async () => {
    const headers = { 'idempotency-key': createIdempotencyKey() };
    const upload = () => stack.call('PUT', `/v1/spaces/${spaceId}/content?name=again.txt`, { bytes: 'abc', headers });
    stack.sandbox.faults.add({ match: { part: 'upload' }, effect: { status: 503 }, times: 3 });
    expect((await upload()).status).toBe(502);
    const second = await upload();
    expect([second.status, isReplayed(second)]).toEqual([201, false]);
  });

  it('replays an unknown outcome: the write is not executed a second time', async () => {
    const key = createIdempotencyKey();
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { reset: 'after' }, times: 1 });
    const before = countCalls('createDirectory');
    const first = await createFolder('unknown', key);
    const second = await createFolder('unknown', key);
    for (const response of [first, second]) {
      expect(parseProblem(response)).toMatchObject({
        status: 504,
        code: 'outcome-unknown',
        outcome: 'unknown',
        retryable: false,
      });
    }
    expect(countCalls('createDirectory') - before).toBe(1);
    expect(await countFilesNamed('unknown')).toBe(1);
  });

  it('is ignored for reads', async () => {
    const headers = { 'idempotency-key': createIdempotencyKey() };
    const first = await stack.call('GET', '/v1/jobs', { headers });
    const second = await stack.call('GET', '/v1/jobs?limit=1', { headers });
    expect([first.status, second.status, isReplayed(second)]).toEqual([200, 200, false]);
  });

  it('applies to uploads: the bytes of the second request are discarded', async () => {
    const headers = { 'idempotency-key': createIdempotencyKey() };
    const path = `/v1/spaces/${spaceId}/content?name=idempotent.bin`;
    const bytes = Buffer.alloc(3 * 1024 * 1024, 7);
    const first = await stack.call('PUT', path, { bytes, headers });
    const puts = stack.sandbox.counters().objectStore.puts;
    const second = await stack.call('PUT', path, { bytes, headers });
    expect([second.status, isReplayed(second), second.text]).toEqual([201, true, first.text]);
    expect(stack.sandbox.counters().objectStore.puts).toBe(puts);
    const other = await stack.call('PUT', path, { bytes: Buffer.alloc(9), headers });
    expect(parseProblem(other).code).toBe('idempotency-key-reused');
  });
});
