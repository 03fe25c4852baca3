import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type File, type Job, keyFor, problemOf, spaceOf, walk } from '../support/drive.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let spaceId: string;
let folders: string;
beforeAll(async () => {
  stack = await startStack();
  spaceId = (await spaceOf(stack, 'individual')).id;
  folders = `/v1/spaces/${spaceId}/folders`;
});
afterEach(() => stack.sandbox.faults.clear());
afterAll(() => stack.close());

let last = 0;
const newKey = (): string => `test-key-${(last += 1)}`;
const make = (name: string, key: string, path = folders): Promise<Answer> =>
  stack.call('POST', path, { body: { name }, headers: { 'idempotency-key': key } });
const writes = (operation: string): number => stack.sandbox.counters().byOperation[operation] ?? 0;
const named = async (name: string): Promise<number> =>
  (await walk<File>(stack, `/v1/spaces/${spaceId}/files?limit=100`)).entries.filter((file) => file.name === name)
    .length;
const replayed = (answer: Answer): boolean => answer.headers.get('idempotent-replayed') === 'true';

describe('Idempotency-Key', () => {
  it('gives the first answer again, bytes and headers, without a second write', async () => {
    const key = newKey();
    const first = await make('once', key);
    const before = writes('createDirectory');
    const second = await make('once', key);
    expect([first.status, replayed(first)]).toEqual([201, false]);
    expect([second.status, replayed(second)]).toEqual([201, true]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(writes('createDirectory')).toBe(before);
    expect(await named('once')).toBe(1);
  });

  it('keeps Location with the answer', async () => {
    const headers = { 'idempotency-key': newKey() };
    const body = { action: 'restore', spaceId, fileIds: ['F1'] };
    const first = await stack.call('POST', '/v1/jobs', { body, headers });
    const second = await stack.call('POST', '/v1/jobs', { body, headers });
    expect(second.json<Job>().id).toBe(first.json<Job>().id);
    expect(second.headers.get('location')).toBe(`/v1/jobs/${first.json<Job>().id}`);
    expect(writes('createJob')).toBe(1);
  });

  it('is of one request: another body, address or method is refused with 422', async () => {
    const key = newKey();
    const { id } = (await make('used', key)).json<File>();
    const refused = [
      await make('other', key),
      await make('used', key, `/v1/spaces/${spaceId}x/folders`),
      await stack.call('PATCH', `/v1/spaces/${spaceId}/files/${id}`, {
        body: { name: 'used' },
        headers: { 'idempotency-key': key },
      }),
    ];
    for (const answer of refused) {
      expect(problemOf(answer)).toMatchObject({ status: 422, code: 'idempotency-key-reused', retryable: false });
    }
    expect(await named('other')).toBe(0);
  });

  it('is of one caller: another may use the same', async () => {
    const key = newKey();
    await make('mine', key);
    const jonas = await keyFor(stack, 'Jonas Weber');
    const space = await spaceOf(stack, 'individual', jonas);
    const answer = await stack.call('POST', `/v1/spaces/${space.id}/folders`, {
      key: jonas,
      body: { name: 'mine' },
      headers: { 'idempotency-key': key },
    });
    expect([answer.status, replayed(answer)]).toEqual([201, false]);
  });

  it('lets one of ten at once do the work; the others are told to wait, or given its answer', async () => {
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { delayMs: 300 } });
    const key = newKey();
    const before = writes('createDirectory');
    const answers = await Promise.all(Array.from({ length: 10 }, () => make('ten', key)));
    const waiting = answers.filter(({ status }) => status === 409);
    expect(answers.filter((answer) => answer.status === 201 && !replayed(answer))).toHaveLength(1);
    expect(waiting.length).toBeGreaterThan(0);
    for (const answer of waiting) {
      expect(problemOf(answer)).toMatchObject({ code: 'idempotency-in-progress', retryable: true });
      expect(answer.headers.get('retry-after')).toBe('1');
    }
    expect(writes('createDirectory') - before).toBe(1);
    expect([(await make('ten', key)).status, await named('ten')]).toEqual([201, 1]);
  });

  it('keeps a refusal: the same request is refused again without being asked again', async () => {
    await make('taken', newKey());
    const key = newKey();
    const first = await make('taken', key);
    const before = writes('createDirectory');
    const second = await make('taken', key);
    expect(problemOf(first)).toMatchObject({ status: 409, code: 'name-taken' });
    expect(problemOf(second)).toMatchObject({
      code: 'name-taken',
      upstream: { operation: 'createDirectory', code: '13000405' },
    });
    expect(replayed(second)).toBe(true);
    expect(writes('createDirectory')).toBe(before);
  });

  it('does not keep what certainly was not done: the next try is a new one', async () => {
    const key = newKey();
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { tokenExpired: true } });
    const first = await make('refused first', key);
    expect(problemOf(first)).toMatchObject({ status: 503, code: 'credential-source-unavailable', retryable: true });
    stack.sandbox.faults.clear();
    const second = await make('refused first', key);
    expect([second.status, replayed(second)]).toEqual([201, false]);
  });

  it('keeps an unknown outcome: it is never done a second time blindly', async () => {
    const key = newKey();
    stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { reset: 'after' }, times: 1 });
    const before = writes('createDirectory');
    const first = await make('unknown', key);
    const second = await make('unknown', key);
    for (const answer of [first, second]) {
      expect(problemOf(answer)).toMatchObject({
        status: 504,
        code: 'outcome-unknown',
        outcome: 'unknown',
        retryable: false,
      });
    }
    expect(writes('createDirectory') - before).toBe(1);
    expect(await named('unknown')).toBe(1);
  });

  it('is no matter for reads', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = await stack.call('GET', '/v1/jobs', { headers });
    const second = await stack.call('GET', '/v1/jobs?limit=1', { headers });
    expect([first.status, second.status, replayed(second)]).toEqual([200, 200, false]);
  });

  it('covers uploads too: the bytes are sent again and thrown away', async () => {
    const headers = { 'idempotency-key': newKey() };
    const path = `/v1/spaces/${spaceId}/content?name=idempotent.bin`;
    const bytes = Buffer.alloc(3 * 1024 * 1024, 7);
    const first = await stack.call('PUT', path, { bytes, headers });
    const puts = stack.sandbox.counters().objectStore.puts;
    const second = await stack.call('PUT', path, { bytes, headers });
    expect([second.status, replayed(second), second.text]).toEqual([201, true, first.text]);
    expect(stack.sandbox.counters().objectStore.puts).toBe(puts);
    const other = await stack.call('PUT', path, { bytes: Buffer.alloc(9), headers });
    expect(problemOf(other).code).toBe('idempotency-key-reused');
  });
});
