import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../support/wait-until.js';
import {
  downloadFile,
  type DriveFile,
  type ListResponse,
  parseProblem,
  sha256Hex,
  findSpace,
  uploadFile,
  fetchAllPages,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

const bytesPerMebibyte = 1024 * 1024;
const partSizeBytes = 8 * bytesPerMebibyte;

let stack: GatewayStack;
let spaceId: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterAll(() => stack.close());

const listNames = async (): Promise<string[]> =>
  (await fetchAllPages<DriveFile>(stack, `/v1/spaces/${spaceId}/files?limit=100`)).entries.map(({ name }) => name);
const readMetrics = (): Promise<string> => stack.gateway.context.metrics.render();
const readCounters = () => structuredClone(stack.sandbox.counters());

describe('PUT /v1/spaces/{spaceId}/content', () => {
  it.each([0, 1, partSizeBytes - 1, partSizeBytes, partSizeBytes + 1, 20 * bytesPerMebibyte])(
    'stores %i bytes',
    async (size) => {
      const bytes = randomBytes(size);
      const before = readCounters().objectStore.puts;
      const file = await uploadFile(stack, spaceId, `size-${size}.bin`, bytes);
      expect(file).toMatchObject({ name: `size-${size}.bin`, kind: 'file', size, spaceId });
      expect(readCounters().objectStore.puts - before).toBe(Math.max(1, Math.ceil(size / partSizeBytes)));
      const downloaded = await downloadFile(stack, spaceId, file.id);
      expect([downloaded.bytes.length, sha256Hex(downloaded.bytes)]).toEqual([size, sha256Hex(bytes)]);
      expect(await listNames()).toContain(`size-${size}.bin`);
    },
  );

  it.each([
    ...['application/json', 'application/octet-stream', 'text/plain; charset=utf-16', 'multipart/form-data', ''],
    ...['application/x-www-form-urlencoded', 'none', 'a/b, c/d', 'image/x y', ';', '文'],
  ])('accepts the body as bytes with the content type "%s"', async (type) => {
    const text = '{"a": 1,   "__proto__": 2} not JSON';
    const headers: Record<string, string> = { authorization: `Bearer ${stack.key}` };
    if (type) headers['content-type'] = Buffer.from(type).toString('latin1');
    const name = `typed ${encodeURIComponent(type)}.json`;
    const response = await stack.sendRaw({
      method: 'PUT',
      path: `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}`,
      headers,
      body: text,
    });
    expect(response.status).toBe(201);
    const downloaded = await downloadFile(stack, spaceId, response.json<DriveFile>().id);
    expect(Buffer.from(downloaded.bytes).toString()).toBe(text);
  });

  it('accepts an empty file with and without a content type', async () => {
    for (const type of [undefined, 'text/plain', 'application/json']) {
      const headers: Record<string, string> = { authorization: `Bearer ${stack.key}`, 'content-length': '0' };
      if (type) headers['content-type'] = type;
      const response = await stack.sendRaw({
        method: 'PUT',
        path: `/v1/spaces/${spaceId}/content?name=empty-${(type ?? 'none').replace('/', '-')}`,
        headers,
      });
      expect([type, response.status]).toEqual([type, 201]);
      expect(response.json<DriveFile>().size).toBe(0);
    }
  });

  it('creates the file in the parent folder, with a name in any script', async () => {
    const folder = (
      await stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name: 'inbox' } })
    ).json<DriveFile>();
    const name = '报告 2026 – Übersicht (1).txt';
    const path = `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}&parent=${folder.id}`;
    const file = (await stack.call('PUT', path, { bytes: 'x' })).json<DriveFile>();
    expect(file).toMatchObject({ name, parentId: folder.id });
  });

  it('rejects a taken name before the transfer, or uses another name with onConflict=rename', async () => {
    const first = await uploadFile(stack, spaceId, 'clash.txt', 'first');
    const before = readCounters().objectStore.puts;
    const path = `/v1/spaces/${spaceId}/content?name=clash.txt`;
    const rejected = await stack.call('PUT', path, { bytes: Buffer.alloc(bytesPerMebibyte) });
    expect(parseProblem(rejected)).toMatchObject({ status: 409, code: 'name-taken' });
    expect(readCounters().objectStore.puts).toBe(before);
    expect(Buffer.from((await downloadFile(stack, spaceId, first.id)).bytes).toString()).toBe('first');
    const renamed = await stack.call('PUT', `${path}&onConflict=rename`, { bytes: 'second' });
    expect(renamed.json<DriveFile>().name).toMatch(/^clash.+\.txt$/);
  });

  it('creates no file when its caller disconnects, and can be sent again', async () => {
    const { objectStore, byOperation } = readCounters();
    const putsBefore = objectStore.puts;
    const completionsBefore = byOperation.completeFile ?? 0;
    const path = `/v1/spaces/${spaceId}/content?name=aborted.bin`;
    const outgoing = request(`${stack.url}${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${stack.key}`, 'content-length': 3 * partSizeBytes },
    });
    outgoing.on('error', () => undefined);
    outgoing.write(Buffer.alloc(partSizeBytes + bytesPerMebibyte));
    await waitUntil('the first part to be stored', () => readCounters().objectStore.puts > putsBefore);
    outgoing.destroy();
    await waitUntil('the upload to end', async () => /^http_server_active_requests 0$/m.test(await readMetrics()));
    expect(await listNames()).not.toContain('aborted.bin');
    expect(readCounters().byOperation.completeFile ?? 0).toBe(completionsBefore);
    expect(await readMetrics()).not.toMatch(/code="internal"/);
    const repeated = await uploadFile(stack, spaceId, 'aborted.bin', 'whole');
    expect(repeated).toMatchObject({ name: 'aborted.bin', size: 5 });
  });
});

describe('an upload session with pre-signed URLs', () => {
  interface Part {
    number: number;
    size: number;
    url: string;
  }
  interface Upload {
    id: string;
    name: string;
    partSize: number;
    partCount: number;
    parts: Part[];
  }
  const startUpload = async (body: object): Promise<Upload> =>
    (await stack.call('POST', `/v1/spaces/${spaceId}/uploads`, { body })).json();
  const sendPart = async ({ url, size }: Part, bytes: Uint8Array): Promise<number> => {
    expect(bytes.length).toBe(size);
    return (await fetch(url, { method: 'PUT', body: bytes as BodyInit })).status;
  };
  const completeUpload = (id: string, body: object = {}) =>
    stack.call('POST', `/v1/spaces/${spaceId}/uploads/${id}/complete`, { body });

  it('is started, sent part by part, and completed', async () => {
    const bytes = randomBytes(2 * partSizeBytes + 5);
    const upload = await startUpload({ name: 'by hand.bin', size: bytes.length });
    expect(upload).toMatchObject({ name: 'by hand.bin', partSize: partSizeBytes, partCount: 3 });
    expect(upload.parts.map(({ number, size }) => [number, size])).toEqual([
      [1, partSizeBytes],
      [2, partSizeBytes],
      [3, 5],
    ]);
    for (const part of upload.parts) {
      const from = (part.number - 1) * partSizeBytes;
      expect(await sendPart(part, bytes.subarray(from, from + part.size))).toBe(200);
    }
    expect(await listNames()).not.toContain('by hand.bin');
    const completed = await completeUpload(upload.id, { sha256: sha256Hex(bytes).toUpperCase() });
    expect(completed.status).toBe(201);
    expect(completed.json<DriveFile>()).toMatchObject({ name: 'by hand.bin', size: bytes.length });
    expect(await listNames()).toContain('by hand.bin');
    const downloaded = await downloadFile(stack, spaceId, completed.json<DriveFile>().id);
    expect(sha256Hex(downloaded.bytes)).toBe(sha256Hex(bytes));
  });

  it('returns URLs for further parts', async () => {
    const upload = await startUpload({ name: 'more.bin', size: partSizeBytes + 9 });
    const path = `/v1/spaces/${spaceId}/uploads/${upload.id}/parts`;
    const body = { parts: [{ number: 2, size: 9 }] };
    const { items } = (await stack.call('POST', path, { body })).json<ListResponse<Part>>();
    expect(items).toMatchObject([{ number: 2, size: 9 }]);
    const [first] = upload.parts;
    if (!first || !items[0]) throw new Error('no parts');
    expect(await sendPart(first, Buffer.alloc(partSizeBytes))).toBe(200);
    expect(await sendPart(items[0], Buffer.alloc(9))).toBe(200);
    expect((await completeUpload(upload.id)).status).toBe(201);
  });

  it('cannot be completed while a part is missing', async () => {
    const upload = await startUpload({ name: 'missing.bin', size: partSizeBytes + 1 });
    const [first] = upload.parts;
    if (first) await sendPart(first, Buffer.alloc(partSizeBytes));
    expect(parseProblem(await completeUpload(upload.id))).toMatchObject({ status: 409, code: 'upload-incomplete' });
    expect(await listNames()).not.toContain('missing.bin');
  });

  it('cannot be completed with a wrong SHA-256', async () => {
    const upload = await startUpload({ name: 'other.bin', size: 3 });
    const [only] = upload.parts;
    if (only) await sendPart(only, Buffer.from('abc'));
    const response = await completeUpload(upload.id, { sha256: sha256Hex(Buffer.from('abd')) });
    expect(parseProblem(response)).toMatchObject({ status: 409, code: 'upload-incomplete' });
    expect(await listNames()).not.toContain('other.bin');
  });

  it('creates an empty file', async () => {
    const upload = await startUpload({ name: 'nothing.bin', size: 0 });
    expect(upload).toMatchObject({ partCount: 1, parts: [{ number: 1, size: 0 }] });
    const [only] = upload.parts;
    if (only) await sendPart(only, new Uint8Array());
    expect((await completeUpload(upload.id)).json<DriveFile>().size).toBe(0);
  });

  it('returns the first 100 URLs of an upload with many parts', async () => {
    const upload = await startUpload({ name: 'huge.bin', size: 2 * 1024 * bytesPerMebibyte });
    expect(upload.partCount).toBe(256);
    expect(upload.parts.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('is not found if it was never started or is already completed', async () => {
    expect(parseProblem(await completeUpload('Fnothing'))).toMatchObject({ status: 404, code: 'upload-not-found' });
    const upload = await startUpload({ name: 'once.bin', size: 1 });
    const [only] = upload.parts;
    if (only) await sendPart(only, Buffer.from('x'));
    expect((await completeUpload(upload.id)).status).toBe(201);
    expect(parseProblem(await completeUpload(upload.id))).toMatchObject({ status: 404, code: 'upload-not-found' });
  });

  it('cannot be completed or extended through another space', async () => {
    const upload = await startUpload({ name: 'stays.bin', size: 1 });
    const [only] = upload.parts;
    if (only) await sendPart(only, Buffer.from('x'));
    const otherSpacePath = `/v1/spaces/${spaceId}x/uploads/${upload.id}`;
    const before = readCounters().calls;
    const rejected = [
      await stack.call('POST', `${otherSpacePath}/complete`, { body: {} }),
      await stack.call('POST', `${otherSpacePath}/parts`, { body: { parts: [{ number: 1, size: 1 }] } }),
    ];
    for (const response of rejected)
      expect(parseProblem(response)).toMatchObject({ status: 404, code: 'upload-not-found' });
    expect(readCounters().calls).toBe(before);
    expect((await completeUpload(upload.id)).status).toBe(201);
  });

  it('rejects a taken name', async () => {
    await uploadFile(stack, spaceId, 'taken.bin', 'x');
    const response = await stack.call('POST', `/v1/spaces/${spaceId}/uploads`, {
      body: { name: 'taken.bin', size: 1 },
    });
    expect(parseProblem(response)).toMatchObject({ status: 409, code: 'name-taken' });
  });
});

describe('the calls of this file', () => {
  it('do not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
