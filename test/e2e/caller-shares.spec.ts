import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage, type OutgoingHttpHeaders, request as sendRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PartMemory } from '../../apps/gateway/src/content/part-memory.js';
import { callerBudgets } from '../../libs/callers/src/index.js';
import { type DriveFile, findSpace, noCacheHeaders, parseProblem, uploadFile } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { waitUntil } from '../support/wait-until.js';

/** More than the buffers of all sockets on the way take. */
const largeFileBytes = 24 * 1024 * 1024;

let stack: GatewayStack;
let spaceId: string;
let large: DriveFile;
let small: DriveFile;
let otherKey: string;

async function start(env: Readonly<Record<string, string>>): Promise<void> {
  stack = await startGatewayStack({ env });
  spaceId = (await findSpace(stack, 'individual')).id;
  large = await uploadFile(stack, spaceId, 'large.bin', randomBytes(largeFileBytes));
  small = await uploadFile(stack, spaceId, 'small.bin', randomBytes(1));
  otherKey = await stack.issueKey({ scopes: ['*'], userId: stack.userId });
}

const standing: { destroy(): unknown }[] = [];
afterEach(async () => {
  stack.sandbox.faults.clear();
  for (const transfer of standing.splice(0)) transfer.destroy();
  await waitUntil('the end of all transfers', async () => (await readMetric('http_server_active_requests')) === 0);
});

const contentPath = ({ id }: DriveFile): string => `/v1/spaces/${spaceId}/files/${id}/content`;
const download = (file: DriveFile, key = stack.key): Promise<GatewayResponse> =>
  stack.call('GET', contentPath(file), { key });
const upload = (name: string, key = stack.key): Promise<GatewayResponse> =>
  stack.call('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, { key, bytes: 'ab' });
const readUncached = (key = stack.key): Promise<GatewayResponse> =>
  stack.call('GET', '/v1/me', { key, headers: noCacheHeaders });
const readMetric = async (name: string): Promise<number> =>
  Number(
    (await stack.gateway.context.metrics.render())
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  );
const countAdmitted = (budget: string): Promise<number> =>
  readMetric(`caller_budget_total{budget="${budget}",outcome="admitted"}`);

/** Starts a download of the large file, and reads none of its bytes. */
async function openDownload(headers: OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  const opened = get(`${stack.url}${contentPath(large)}`, {
    headers: { 'x-api-key': stack.key, ...headers },
    agent: false,
  });
  const [response] = (await once(opened, 'response')) as [IncomingMessage];
  response.on('error', () => undefined).pause();
  standing.push({ destroy: () => response.destroy() });
  return response;
}

/** Starts an upload, and sends one of its bytes. */
function openUpload(name: string): void {
  const headers = { 'x-api-key': stack.key, 'content-length': '100' };
  const path = `${stack.url}/v1/spaces/${spaceId}/content?name=${name}`;
  const opened = sendRequest(path, { method: 'PUT', headers, agent: false }).on('error', () => undefined);
  opened.write('a');
  standing.push({ destroy: () => opened.destroy() });
}

describe('one caller', () => {
  beforeAll(() => start({}));
  afterAll(() => stack?.close());

  it('has a number of transfers, downloads and uploads together; others have their own', async () => {
    const { maxItems } = callerBudgets.transfers;
    const before = await countAdmitted('transfers');
    const downloads: IncomingMessage[] = [];
    while (downloads.length < maxItems / 2) downloads.push(await openDownload());
    for (let index = maxItems / 2; index < maxItems; index += 1) openUpload(`standing-${index}.bin`);
    await waitUntil('all of them', async () => (await countAdmitted('transfers')) - before === maxItems);

    for (const refused of [await download(small), await upload('one-more.bin')]) {
      expect(parseProblem(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
      expect(parseProblem(refused).detail).toBe(
        `At most ${maxItems} transfers of file contents of one caller may be in progress.`,
      );
      expect(refused.headers.get('retry-after')).toBe('5');
    }
    expect([(await download(small, otherKey)).status, (await upload('other.bin', otherKey)).status]).toEqual([
      200, 201,
    ]);
    // Other calls are not transfers.
    expect((await stack.call('GET', '/v1/me')).status).toBe(200);

    downloads[0]?.destroy();
    await waitUntil('room for another one', async () => (await download(small)).status === 200);
  });

  it('has a number of requests in progress; responses from memory, streams and transfers are not counted', async () => {
    const { maxItems } = callerBudgets.requests;
    expect((await stack.call('GET', '/v1/spaces?limit=7')).status).toBe(200);
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { delayMs: 3_000 } });
    const before = await countAdmitted('requests');
    const waiting = Array.from({ length: maxItems }, (_, index) =>
      stack.call('GET', `/v1/spaces/${spaceId}/files?limit=${(index % 50) + 1}&sort=${index < 50 ? '' : '-'}name`),
    );
    await waitUntil('all of them', async () => (await countAdmitted('requests')) - before === maxItems);

    const refused = await readUncached();
    expect(parseProblem(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(parseProblem(refused).detail).toBe(`At most ${maxItems} requests of one caller may be in progress.`);
    expect(refused.headers.get('retry-after')).toBe('1');
    const cached = await stack.call('GET', '/v1/spaces?limit=7');
    expect([cached.status, cached.headers.get('cache-status')]).toEqual([200, expect.stringContaining('; hit')]);
    expect((await readUncached(otherKey)).status).toBe(200);
    expect((await download(small)).status).toBe(200);

    for (const response of await Promise.all(waiting)) expect(response.status).toBe(200);
    expect((await readUncached()).status).toBe(200);
  });

  it('S33: its uploads begin only while there is memory for their parts; nothing is created otherwise', async () => {
    const memory = stack.gateway.app.get(PartMemory);
    const release = memory.reserve(memory.limitBytes - 1);
    const before = structuredClone(stack.sandbox.counters().byOperation);
    const refused = await upload('no-memory.bin');
    expect(parseProblem(refused)).toMatchObject({ status: 503, code: 'overloaded' });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(stack.sandbox.counters().byOperation).toEqual(before);
    release();
    expect((await upload('no-memory.bin')).status).toBe(201);
    // Each upload has given its memory back.
    memory.reserve(memory.limitBytes)();
  });
});

describe('with all connections to the object store in use', () => {
  beforeAll(() => start({ UPSTREAM_CONNECTIONS: '1' }));
  afterAll(() => stack?.close());

  it('a download is refused at once, and an upload is not', async () => {
    const downloads = [await openDownload(), await openDownload(), await openDownload(), await openDownload()];
    const refused = await download(small, otherKey);
    expect(parseProblem(refused)).toMatchObject({ status: 503, code: 'overloaded' });
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await upload('meanwhile.bin', otherKey)).status).toBe(201);
    downloads[0]?.destroy();
    await waitUntil('room for another one', async () => (await download(small)).status === 200);
  });
});
