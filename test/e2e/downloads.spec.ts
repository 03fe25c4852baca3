import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../support/wait-until.js';
import {
  downloadFile,
  type DriveFile,
  findFileByName,
  issueKeyFor,
  type ProblemBody,
  parseProblem,
  findSpace,
  uploadFile,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let spaceId: string;
let bytes: Buffer;
let file: DriveFile;
beforeAll(async () => {
  stack = await startGatewayStack();
  spaceId = (await findSpace(stack, 'individual')).id;
  bytes = randomBytes(100_000);
  file = await uploadFile(stack, spaceId, 'random.bin', bytes);
});
afterAll(() => stack.close());

const buildContentPath = (fileId: string): string => `/v1/spaces/${spaceId}/files/${fileId}/content`;
const sliceBytes = (from: number, to?: number): Buffer => bytes.subarray(from, to);

describe('GET /v1/spaces/{spaceId}/files/{fileId}/content', () => {
  it('returns all bytes of a file, as an attachment with nosniff and no-store', async () => {
    const response = await downloadFile(stack, spaceId, file.id);
    expect(response.status).toBe(200);
    expect(Buffer.compare(response.bytes, bytes)).toBe(0);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '100000',
      'content-disposition': 'attachment; filename="random.bin"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
    });
  });

  it('has both forms of a name that is not ASCII', async () => {
    const notes = await findFileByName(stack, spaceId, '会议纪要.md');
    const { headers, bytes: content } = await downloadFile(stack, spaceId, notes.id);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="____.md"; filename*=UTF-8''${encodeURIComponent('会议纪要.md')}`,
    );
    expect(Buffer.from(content).toString()).toContain('# 会议纪要');
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=99900-', 99_900, 100_000],
    ['bytes=-100', 99_900, 100_000],
    ['bytes=99999-200000', 99_999, 100_000],
    ['bytes=0-0', 0, 1],
  ])('returns the range %s', async (range, from, to) => {
    const response = await downloadFile(stack, spaceId, file.id, { range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/100000`);
    expect(response.headers.get('content-length')).toBe(String(to - from));
    expect(Buffer.compare(response.bytes, sliceBytes(from, to))).toBe(0);
  });

  it('returns 416 with the length of the file for a range after its end', async () => {
    const headers = { range: 'bytes=100000-' };
    const response = await stack.call('GET', buildContentPath(file.id), { headers });
    expect(parseProblem(response)).toMatchObject({ status: 416, code: 'range-not-satisfiable' });
    expect(response.headers.get('content-range')).toBe('bytes */100000');
    expect(response.headers.get('content-disposition')).toBeNull();
  });

  const readETag = async (fileId: string): Promise<string> =>
    (await downloadFile(stack, spaceId, fileId)).headers.get('etag') ?? '';

  it('returns a range if If-Range has the current entity tag, with one request to the object store', async () => {
    const etag = await readETag(file.id);
    expect(etag).not.toBe('');
    const getsBefore = stack.sandbox.counters().objectStore.gets;
    const partial = await downloadFile(stack, spaceId, file.id, { range: 'bytes=0-9', 'if-range': etag });
    expect([partial.status, partial.bytes.length]).toEqual([206, 10]);
    expect(stack.sandbox.counters().objectStore.gets).toBe(getsBefore + 1);
  });

  it('returns all new bytes to a caller who resumes the download of a file that was replaced', async () => {
    const replaced = await uploadFile(stack, spaceId, 'replaced.bin', 'AAAAAAAAAA');
    const first = await downloadFile(stack, spaceId, replaced.id, { range: 'bytes=0-4' });
    const etag = first.headers.get('etag') ?? '';
    for (const content of ['BBBBBBBBBB', 'CC', '']) {
      await stack.call('PUT', buildContentPath(replaced.id), { bytes: content });
      const rest = await downloadFile(stack, spaceId, replaced.id, { range: 'bytes=5-', 'if-range': etag });
      expect([rest.status, Buffer.from(rest.bytes).toString()]).toEqual([200, content]);
      expect(rest.headers.get('content-range')).toBeNull();
      expect(rest.headers.get('etag')).not.toBe(etag);
    }
    await stack.call('PUT', buildContentPath(replaced.id), { bytes: 'AAAAAAAAAA' });
    expect((await downloadFile(stack, spaceId, replaced.id, { range: 'bytes=5-', 'if-range': etag })).status).toBe(206);
  });

  it('returns all bytes if If-Range is a date, weak, or not an entity tag', async () => {
    const { headers } = await downloadFile(stack, spaceId, file.id);
    const etag = headers.get('etag') ?? '';
    for (const ifRange of [headers.get('last-modified') ?? '', `W/${etag}`, '*', 'x', `${etag}, ${etag}`]) {
      const response = await downloadFile(stack, spaceId, file.id, { range: 'bytes=0-9', 'if-range': ifRange });
      expect([ifRange, response.status, response.bytes.length]).toEqual([ifRange, 200, 100_000]);
    }
  });

  it('returns 416 if the file is the same and has no bytes after those that the caller has', async () => {
    const headers = { range: 'bytes=100000-', 'if-range': await readETag(file.id) };
    const response = await stack.call('GET', buildContentPath(file.id), { headers });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */100000']);
  });

  it('returns 304 without bytes if If-None-Match has the entity tag', async () => {
    const etag = await readETag(file.id);
    for (const ifNoneMatch of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const response = await stack.call('GET', buildContentPath(file.id), {
        headers: { 'if-none-match': ifNoneMatch },
      });
      expect([ifNoneMatch, response.status, response.text]).toEqual([ifNoneMatch, 304, '']);
      expect(response.headers.get('etag')).toBe(etag);
    }
    expect((await downloadFile(stack, spaceId, file.id, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('returns 412 if If-Match has another entity tag', async () => {
    const headers = { 'if-match': '"x"' };
    const response = await stack.call('GET', buildContentPath(file.id), { headers });
    expect(parseProblem(response)).toMatchObject({ status: 412, code: 'precondition-failed' });
    expect((await downloadFile(stack, spaceId, file.id, { 'if-match': await readETag(file.id) })).status).toBe(200);
  });

  it('has an entity tag that identifies the content: renaming the file does not change it', async () => {
    const renamed = await uploadFile(stack, spaceId, 'before.bin', 'content');
    const etag = await readETag(renamed.id);
    await stack.call('PATCH', `/v1/spaces/${spaceId}/files/${renamed.id}`, { body: { name: 'after.bin' } });
    expect(await readETag(renamed.id)).toBe(etag);
  });

  it('returns an empty file', async () => {
    const empty = await uploadFile(stack, spaceId, 'empty.bin', new Uint8Array());
    const response = await downloadFile(stack, spaceId, empty.id);
    expect([response.status, response.headers.get('content-length'), response.bytes.length]).toEqual([200, '0', 0]);
  });

  it('redirects to the object store with redirect=true, which returns the same bytes', async () => {
    const response = await stack.call('GET', `${buildContentPath(file.id)}?redirect=true`);
    expect(response.status).toBe(302);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const location = response.headers.get('location') ?? '';
    expect(location.startsWith(stack.sandbox.objectStoreUrl)).toBe(true);
    const download = await fetch(location);
    expect(Buffer.compare(Buffer.from(await download.arrayBuffer()), bytes)).toBe(0);
  });

  it('rejects a folder, an unknown file, and a file of another user', async () => {
    const folder = await findFileByName(stack, spaceId, 'Documents');
    expect(parseProblem(await stack.call('GET', buildContentPath(folder.id)))).toMatchObject({
      code: 'folder-not-allowed',
    });
    expect(parseProblem(await stack.call('GET', buildContentPath('Fnothing')))).toMatchObject({ status: 404 });
    const key = await issueKeyFor(stack, 'Jonas Weber');
    expect(parseProblem(await stack.call('GET', buildContentPath(file.id), { key }))).toMatchObject({ status: 403 });
  });

  it('responds to HEAD with the headers of GET, for which the object store sends one byte', async () => {
    const before = stack.sandbox.counters().objectStore.downloadedBytes;
    const head = await stack.call('HEAD', buildContentPath(file.id));
    expect(stack.sandbox.counters().objectStore.downloadedBytes).toBe(before + 1);
    expect([head.status, head.text]).toEqual([200, '']);
    const { headers } = await downloadFile(stack, spaceId, file.id);
    for (const name of [
      'etag',
      'last-modified',
      'content-length',
      'content-type',
      'content-disposition',
      'accept-ranges',
    ])
      expect([name, head.headers.get(name)]).toEqual([name, headers.get(name)]);
  });

  it('evaluates the conditions of HEAD, which has no range', async () => {
    const etag = await readETag(file.id);
    const head = async (headers: Record<string, string>, path = buildContentPath(file.id)): Promise<number> =>
      (await stack.call('HEAD', path, { headers })).status;
    expect(await head({ 'if-none-match': etag })).toBe(304);
    expect(await head({ 'if-match': '"x"' })).toBe(412);
    expect(await head({ range: 'bytes=0-9' })).toBe(200);
    expect(await head({}, buildContentPath('Fnothing'))).toBe(404);
    const empty = await uploadFile(stack, spaceId, 'empty too.bin', '');
    const { headers } = await stack.call('HEAD', buildContentPath(empty.id));
    expect([headers.get('content-length'), headers.get('etag')]).toEqual(['0', await readETag(empty.id)]);
  });

  it('ends the transfer from the object store when its caller disconnects', async () => {
    const largeFile = await uploadFile(stack, spaceId, 'large.bin', Buffer.alloc(64 * 1024 * 1024));
    const idleCount = countWritingSockets();
    const abortController = new AbortController();
    const response = await fetch(`${stack.url}${buildContentPath(largeFile.id)}`, {
      headers: { authorization: `Bearer ${stack.key}` },
      signal: abortController.signal,
    });
    await response.body?.getReader().read();
    await waitUntil('bytes to be in transfer', () => countWritingSockets() > idleCount);
    abortController.abort();
    await waitUntil('the transfer to end', () => countWritingSockets() <= idleCount, { timeoutMs: 1_000 });
    expect((await downloadFile(stack, spaceId, file.id)).status).toBe(200);
  });

  /** The number of sockets of this process with buffered bytes: a transfer from the object store is in progress. */
  function countWritingSockets(): number {
    type Handle = { readonly constructor: { readonly name: string }; readonly writableLength?: number };
    const handles = (process as unknown as { _getActiveHandles(): Handle[] })._getActiveHandles();
    return handles.filter(({ constructor, writableLength = 0 }) => constructor.name === 'Socket' && writableLength > 0)
      .length;
  }
});

describe('POST /v1/spaces/{spaceId}/download-links', () => {
  interface DownloadLinks {
    items: { id: string; status: string; url?: string; name?: string; problem?: ProblemBody }[];
  }
  const createLinks = async (fileIds: string[]): Promise<DownloadLinks> =>
    (await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body: { fileIds } })).json();

  it('returns a URL or a problem for each file', async () => {
    const folder = await findFileByName(stack, spaceId, 'Documents');
    const { items } = await createLinks([file.id, folder.id, 'Fnothing']);
    expect(items).toMatchObject([
      { id: file.id, status: 'done', name: 'random.bin' },
      { id: folder.id, status: 'failed', problem: { code: 'folder-not-allowed', status: 409 } },
      { id: 'Fnothing', status: 'failed', problem: { code: 'not-found', status: 404 } },
    ]);
    expect(items.map(({ url }) => url !== undefined)).toEqual([true, false, false]);
    const download = await fetch(items[0]?.url ?? '');
    expect(Buffer.compare(Buffer.from(await download.arrayBuffer()), bytes)).toBe(0);
  });

  it('returns a problem for each file if all fail', async () => {
    const { items } = await createLinks(['F1', 'F2']);
    expect(items.map(({ status }) => status)).toEqual(['failed', 'failed']);
  });

  it('is never cached', async () => {
    const body = { fileIds: [file.id] };
    const response = await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('cache-status')).toBeNull();
  });
});
