import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../support/deadline.js';
import { download, type File, fileNamed, keyFor, type Problem, problemOf, spaceOf, upload } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let spaceId: string;
let bytes: Buffer;
let file: File;
beforeAll(async () => {
  stack = await startStack();
  spaceId = (await spaceOf(stack, 'individual')).id;
  bytes = randomBytes(100_000);
  file = await upload(stack, spaceId, 'random.bin', bytes);
});
afterAll(() => stack.close());

const contentOf = (fileId: string): string => `/v1/spaces/${spaceId}/files/${fileId}/content`;
const part = (from: number, to?: number): Buffer => bytes.subarray(from, to);

describe('GET /v1/spaces/{spaceId}/files/{fileId}/content', () => {
  it('gives the bytes of a file, whole, as an attachment that nobody sniffs or keeps', async () => {
    const answer = await download(stack, spaceId, file.id);
    expect(answer.status).toBe(200);
    expect(Buffer.compare(answer.bytes, bytes)).toBe(0);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '100000',
      'content-disposition': 'attachment; filename="random.bin"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
    });
  });

  it('names the file in both forms where its name is not ASCII', async () => {
    const notes = await fileNamed(stack, spaceId, '会议纪要.md');
    const { headers, bytes: text } = await download(stack, spaceId, notes.id);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="____.md"; filename*=UTF-8''${encodeURIComponent('会议纪要.md')}`,
    );
    expect(Buffer.from(text).toString()).toContain('# 会议纪要');
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=99900-', 99_900, 100_000],
    ['bytes=-100', 99_900, 100_000],
    ['bytes=99999-200000', 99_999, 100_000],
    ['bytes=0-0', 0, 1],
  ])('gives the range %s', async (range, from, to) => {
    const answer = await download(stack, spaceId, file.id, { range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/100000`);
    expect(answer.headers.get('content-length')).toBe(String(to - from));
    expect(Buffer.compare(answer.bytes, part(from, to))).toBe(0);
  });

  it('says 416 and how long the file is for a range past its end', async () => {
    const headers = { range: 'bytes=100000-' };
    const answer = await stack.call('GET', contentOf(file.id), { headers });
    expect(problemOf(answer)).toMatchObject({ status: 416, code: 'range-not-satisfiable' });
    expect(answer.headers.get('content-range')).toBe('bytes */100000');
    expect(answer.headers.get('content-disposition')).toBeNull();
  });

  it('gives a range while the file is the one that If-Range names', async () => {
    const etag = (await download(stack, spaceId, file.id)).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const same = await download(stack, spaceId, file.id, { range: 'bytes=0-9', 'if-range': etag });
    expect([same.status, same.bytes.length]).toEqual([206, 10]);
  });

  it('gives an empty file', async () => {
    const empty = await upload(stack, spaceId, 'empty.bin', new Uint8Array());
    const answer = await download(stack, spaceId, empty.id);
    expect([answer.status, answer.headers.get('content-length'), answer.bytes.length]).toEqual([200, '0', 0]);
  });

  it('points to the object store where redirect=true, which gives the same bytes', async () => {
    const answer = await stack.call('GET', `${contentOf(file.id)}?redirect=true`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const location = answer.headers.get('location') ?? '';
    expect(location.startsWith(stack.sandbox.objectStoreUrl)).toBe(true);
    const direct = await fetch(location);
    expect(Buffer.compare(Buffer.from(await direct.arrayBuffer()), bytes)).toBe(0);
  });

  it('has no bytes of a folder, of nothing, or of another’s file', async () => {
    const folder = await fileNamed(stack, spaceId, 'Documents');
    expect(problemOf(await stack.call('GET', contentOf(folder.id)))).toMatchObject({ code: 'folder-not-allowed' });
    expect(problemOf(await stack.call('GET', contentOf('Fnothing')))).toMatchObject({ status: 404 });
    const key = await keyFor(stack, 'Jonas Weber');
    expect(problemOf(await stack.call('GET', contentOf(file.id), { key }))).toMatchObject({ status: 403 });
  });

  it('does not fetch the bytes for HEAD', async () => {
    const gets = stack.sandbox.counters().objectStore.gets;
    const answer = await stack.call('HEAD', contentOf(file.id));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toMatch(/\bGET\b/);
    expect(answer.headers.get('allow')).not.toMatch(/HEAD/);
    expect(stack.sandbox.counters().objectStore.gets).toBe(gets);
  });

  it('ends the transfer from the object store when its caller has gone', async () => {
    const large = await upload(stack, spaceId, 'large.bin', Buffer.alloc(64 * 1024 * 1024));
    const sockets = (): number => openSockets();
    const idle = sockets();
    const gone = new AbortController();
    const answer = await fetch(`${stack.url}${contentOf(large.id)}`, {
      headers: { authorization: `Bearer ${stack.key}` },
      signal: gone.signal,
    });
    await answer.body?.getReader().read();
    await until('bytes to wait on their way', () => sockets() > idle);
    gone.abort();
    await until('the transfer to end', () => sockets() <= idle, { within: 1_000 });
    expect((await download(stack, spaceId, file.id)).status).toBe(200);
  });

  /** Bytes that wait on their way from the object store: sockets of this process with something left to write. */
  function openSockets(): number {
    type Handle = { readonly constructor: { readonly name: string }; readonly writableLength?: number };
    const handles = (process as unknown as { _getActiveHandles(): Handle[] })._getActiveHandles();
    return handles.filter(({ constructor, writableLength = 0 }) => constructor.name === 'Socket' && writableLength > 0)
      .length;
  }
});

describe('POST /v1/spaces/{spaceId}/download-links', () => {
  interface Links {
    items: { id: string; status: string; url?: string; name?: string; problem?: Problem }[];
  }
  const links = async (fileIds: string[]): Promise<Links> =>
    (await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body: { fileIds } })).json();

  it('gives an address for each file, or says for each why not', async () => {
    const folder = await fileNamed(stack, spaceId, 'Documents');
    const { items } = await links([file.id, folder.id, 'Fnothing']);
    expect(items).toMatchObject([
      { id: file.id, status: 'done', name: 'random.bin' },
      { id: folder.id, status: 'failed', problem: { code: 'folder-not-allowed', status: 409 } },
      { id: 'Fnothing', status: 'failed', problem: { code: 'not-found', status: 404 } },
    ]);
    expect(items.map(({ url }) => url !== undefined)).toEqual([true, false, false]);
    const direct = await fetch(items[0]?.url ?? '');
    expect(Buffer.compare(Buffer.from(await direct.arrayBuffer()), bytes)).toBe(0);
  });

  it('says so for each where all fail', async () => {
    const { items } = await links(['F1', 'F2']);
    expect(items.map(({ status }) => status)).toEqual(['failed', 'failed']);
  });

  it('is never kept', async () => {
    const body = { fileIds: [file.id] };
    const answer = await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('cache-status')).toBeNull();
  });
});
