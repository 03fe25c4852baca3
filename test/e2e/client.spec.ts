import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  batch,
  createClient,
  dataOf,
  download,
  entries,
  type GatewayClient,
  type Job,
  pages,
  type Progress,
  read,
  upload,
  waitForJob,
} from '../../libs/client/src/index.js';
import { sha256Hex } from '../support/gateway-api.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';
import { gatewayHost, startSignInStack } from '../support/sign-in-stack.js';
import type { GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let gateway: string;
let koodrive: GatewayClient;
let spaceId: string;
let requests: Request[];
beforeAll(async () => {
  ({ stack, gateway } = await startSignInStack());
  requests = [];
  const counting = (request: Request): Promise<Response> => {
    requests.push(request);
    return fetch(request);
  };
  koodrive = createClient({ baseUrl: stack.url, apiKey: stack.key, idempotency: true, fetch: counting });
  const query = { kind: 'individual' } as const;
  const { items } = await dataOf(koodrive.GET('/v1/spaces', { params: { query } }));
  spaceId = items[0]?.id ?? '';
});
afterAll(() => stack.close());

const readBytes = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(body).arrayBuffer());
const createFolder = (name: string, headers: Record<string, string> = {}) =>
  koodrive.POST('/v1/spaces/{spaceId}/folders', {
    params: { path: { spaceId } },
    body: { name },
    headers,
  });

describe('client calls', () => {
  it('return typed data or the problem', async () => {
    const { data } = await koodrive.GET('/v1/me');
    expect(data?.profile?.id).toBe(stack.userId);
    const { error, response } = await koodrive.GET('/v1/spaces/{spaceId}', {
      params: { path: { spaceId: 'nowhere' } },
    });
    expect([response.status, error?.code]).toEqual([404, 'not-found']);
  });

  it('throw the problem with all input errors when dataOf is used', async () => {
    const invalidCall = koodrive.GET('/v1/spaces', { params: { query: { limit: 1000 } } });
    await expect(dataOf(invalidCall)).rejects.toMatchObject({
      name: 'ProblemError',
      code: 'invalid-input',
      status: 422,
      retryable: false,
      errors: [{ pointer: '/limit' }],
    });
  });

  it('are executed once for one Idempotency-Key', async () => {
    const first = await dataOf(createFolder('Made once', { 'Idempotency-Key': 'client-1' }));
    const second = await dataOf(createFolder('Made once', { 'Idempotency-Key': 'client-1' }));
    expect(second.id).toBe(first.id);
    expect((await createFolder('Made once')).error?.code).toBe('name-taken');
  });

  it('work with the cookie of a signed-in browser until its browser session ends', async () => {
    const browser = new SimulatedBrowser();
    await signIn(browser, gateway, stack.userId);
    // The headers that a browser adds by itself.
    const fetchAsBrowser = (request: Request): Promise<Response> => {
      request.headers.set('cookie', browser.cookieHeader(gatewayHost));
      return fetch(new Request(request, { headers: { ...Object.fromEntries(request.headers), origin: gateway } }));
    };
    const pageClient = createClient({ baseUrl: gateway, cookies: true, fetch: fetchAsBrowser });
    expect((await dataOf(pageClient.GET('/v1/me'))).profile?.id).toBe(stack.userId);
    expect((await dataOf(pageClient.GET('/auth/session'))).user.id).toBe(stack.userId);
    await dataOf(pageClient.POST('/auth/logout'));
    await expect(dataOf(pageClient.GET('/v1/me'))).rejects.toMatchObject({ status: 401, code: 'session-ended' });
  });
});

describe('pages and entries', () => {
  beforeAll(async () => {
    const parent = (await dataOf(createFolder('Many'))).id;
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const body = { name, parentId: parent };
      await dataOf(koodrive.POST('/v1/spaces/{spaceId}/folders', { params: { path: { spaceId } }, body }));
    }
    many = { params: { path: { spaceId }, query: { parent, sort: 'name', limit: 2 } } };
  });
  let many: { params: { path: { spaceId: string }; query: { parent: string; sort: 'name'; limit: number } } };

  it('iterate page by page', async () => {
    const namesByPage: string[][] = [];
    for await (const { items } of pages(koodrive, '/v1/spaces/{spaceId}/files', many)) {
      namesByPage.push(items.map(({ name }) => name));
    }
    expect(namesByPage.filter(({ length }) => length > 0)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('iterate entry by entry, and request only the pages that are used', async () => {
    const names: string[] = [];
    requests.length = 0;
    for await (const { name } of entries(koodrive, '/v1/spaces/{spaceId}/files', many)) {
      names.push(name);
      if (name === 'c') break;
    }
    expect(names).toEqual(['a', 'b', 'c']);
    expect(requests).toHaveLength(2);
  });

  it('throw when a page is rejected', async () => {
    const list = entries(koodrive, '/v1/spaces/{spaceId}/files', { params: { path: { spaceId: 'nowhere' } } });
    await expect(list.next()).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('upload and download', () => {
  const bytes = new Uint8Array(randomBytes(3 * 1024 * 1024 + 5));
  const createStream = (chunkSize: number): ReadableStream<Uint8Array> => {
    let position = 0;
    return new ReadableStream({
      pull(controller) {
        if (position >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(position, (position += chunkSize)));
      },
    });
  };

  it.each([
    ['an array', () => bytes],
    ['a blob', () => new Blob([bytes])],
    ['a stream', () => ({ stream: createStream(100_000), size: bytes.length })],
    [
      'a stream of Node',
      () => ({ stream: Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]), size: bytes.length }),
    ],
  ])('transfer the same bytes from %s and report progress', async (kind, content) => {
    const uploadProgress: Progress[] = [];
    const name = `从 ${kind}.bin`;
    const file = await upload(koodrive, {
      spaceId,
      name,
      content: content(),
      onProgress: (progress) => uploadProgress.push(progress),
    });
    expect(file).toMatchObject({ name, size: bytes.length, spaceId });
    expect(uploadProgress.length).toBeGreaterThan(1);
    expect(uploadProgress.at(-1)).toEqual({ done: bytes.length, size: bytes.length });

    const downloadProgress: Progress[] = [];
    const onProgress = (progress: Progress): number => downloadProgress.push(progress);
    const downloaded = await download(koodrive, { spaceId, fileId: file.id, onProgress });
    expect(downloaded).toMatchObject({ name, size: bytes.length });
    expect(sha256Hex(await readBytes(downloaded.body))).toBe(sha256Hex(bytes));
    expect(downloadProgress.at(-1)).toEqual({ done: bytes.length, size: bytes.length });
  });

  it('upload a new version of a file', async () => {
    const { id } = await upload(koodrive, { spaceId, name: 'grows.txt', content: new Blob(['one']) });
    await upload(koodrive, { spaceId, fileId: id, content: new Blob(['three']) });
    const { body } = await download(koodrive, { spaceId, fileId: id });
    expect(await new Response(body).text()).toBe('three');
  });

  it('download a range', async () => {
    const { id } = await upload(koodrive, { spaceId, name: 'part.txt', content: new Blob(['0123456789']) });
    const readRange = async (range: { first: number; last?: number }): Promise<string> =>
      new Response((await download(koodrive, { spaceId, fileId: id, range })).body).text();
    expect([await readRange({ first: 2, last: 4 }), await readRange({ first: 7 })]).toEqual(['234', '789']);
    await expect(readRange({ first: 50 })).rejects.toMatchObject({ status: 416 });
  });

  it('resume a download, and begin again where the content was replaced', async () => {
    const { id } = await upload(koodrive, { spaceId, name: 'resumed.txt', content: new Blob(['0123456789']) });
    const { etag } = await download(koodrive, { spaceId, fileId: id, range: { first: 0, last: 3 } });
    const resume = async (): Promise<[number, string]> => {
      const { offset, body } = await download(koodrive, { spaceId, fileId: id, range: { first: 4, etag } });
      return [offset, await new Response(body).text()];
    };
    expect(await resume()).toEqual([4, '456789']);
    await upload(koodrive, { spaceId, fileId: id, content: new Blob(['abcdefghij']) });
    expect(await resume()).toEqual([0, 'abcdefghij']);
  });

  it('transfer an empty file', async () => {
    const { id, size } = await upload(koodrive, { spaceId, name: 'empty.txt', content: new Blob([]) });
    expect(size).toBe(0);
    expect(await readBytes((await download(koodrive, { spaceId, fileId: id })).body)).toHaveLength(0);
  });

  it('throw the problem when they are rejected', async () => {
    const content = new Blob(['x']);
    await upload(koodrive, { spaceId, name: 'taken.txt', content });
    await expect(upload(koodrive, { spaceId, name: 'taken.txt', content })).rejects.toMatchObject({
      code: 'name-taken',
    });
    const renamed = await upload(koodrive, { spaceId, name: 'taken.txt', content, onConflict: 'rename' });
    expect(renamed.name).not.toBe('taken.txt');
    await expect(download(koodrive, { spaceId, fileId: '1111' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stop when the signal is aborted', async () => {
    const abortController = new AbortController();
    const content = { stream: createStream(1_000), size: bytes.length };
    const onProgress = (): void => abortController.abort(new Error('enough'));
    const uploading = upload(koodrive, {
      spaceId,
      name: 'stopped.bin',
      content,
      onProgress,
      signal: abortController.signal,
    });
    await expect(uploading).rejects.toThrow('enough');
    const names: string[] = [];
    const list = { params: { path: { spaceId } } };
    for await (const { name } of entries(koodrive, '/v1/spaces/{spaceId}/files', list)) names.push(name);
    expect(names).not.toContain('stopped.bin');
  });
});

describe('waitForJob', () => {
  async function startCopyJob(client = koodrive): Promise<Job> {
    const name = `copied ${randomBytes(4).toString('hex')}.txt`;
    const { id } = await upload(koodrive, { spaceId, name, content: new Blob(['x']) });
    const folder = await dataOf(createFolder(`for ${name}`));
    return dataOf(
      client.POST('/v1/jobs', { body: { action: 'copy', spaceId, fileIds: [id], targetFolderId: folder.id } }),
    );
  }

  it('resolves with the job at its end, and reports each change before', async () => {
    const statuses: string[] = [];
    const { id } = await startCopyJob();
    const job = await waitForJob(koodrive, id, { onProgress: ({ status }) => statuses.push(status) });
    expect(job).toMatchObject({ id, status: 'completed', result: 'succeeded', entries: [{ status: 'done' }] });
    expect(statuses.at(-1)).toBe('completed');
  });

  it('reconnects when the event stream breaks', async () => {
    let streamCount = 0;
    const fetchWithBrokenStream = async (request: Request): Promise<Response> => {
      const response = await fetch(request);
      if (!request.url.endsWith('/events')) return response;
      streamCount += 1;
      if (streamCount > 1) return response;
      await response.body?.cancel();
      return new Response('retry: 2000\n\nevent: progress\ndata: {"status":"runn', { status: 200 });
    };
    const client = createClient({ baseUrl: stack.url, apiKey: stack.key, fetch: fetchWithBrokenStream });
    expect(await waitForJob(client, (await startCopyJob()).id)).toMatchObject({ status: 'completed' });
    expect(streamCount).toBe(2);
  });

  it('throws if there is no such job, and if the signal is aborted', async () => {
    await expect(waitForJob(koodrive, '1111')).rejects.toMatchObject({ name: 'ProblemError' });
    const signal = AbortSignal.abort(new Error('aborted'));
    await expect(waitForJob(koodrive, (await startCopyJob()).id, { signal })).rejects.toThrow('aborted');
  });
});

describe('batch', () => {
  it('returns the typed result of each read under its name', async () => {
    const results = await batch(koodrive, {
      me: read('/v1/me'),
      files: read('/v1/spaces/{spaceId}/files', { path: { spaceId }, query: { limit: 1, sort: '-name' } }),
      gone: read('/v1/spaces/{spaceId}/files/{fileId}', { path: { spaceId, fileId: '1111' } }),
      found: read('/v1/search', { query: { q: '合同 & more', in: 'individual' } }),
    });
    expect(results.me.data?.profile?.id).toBe(stack.userId);
    expect(results.files.data?.items).toHaveLength(1);
    expect(results.gone.data).toBeUndefined();
    expect(results.gone.error).toMatchObject({ name: 'ProblemError', code: 'not-found', status: 404 });
    expect(results.found).toMatchObject({ status: 200, data: { items: [] } });
  });

  it('sends one request for each fifty reads', async () => {
    const list = (limit: number) => read('/v1/spaces/{spaceId}/files', { path: { spaceId }, query: { limit } });
    const reads = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`limit ${index + 1}`, list(index + 1)]));
    requests.length = 0;
    const results = await batch(koodrive, reads);
    expect(requests).toHaveLength(2);
    expect(Object.keys(results)).toEqual(Object.keys(reads));
    expect(results['limit 3']?.data?.items).toHaveLength(3);
  });

  it('returns 304 for a read with a matching ifNoneMatch', async () => {
    const { me } = await batch(koodrive, { me: read('/v1/me') });
    const again = await batch(koodrive, { me: read('/v1/me', { ifNoneMatch: me.etag }) });
    expect(again.me).toEqual({ status: 304, etag: me.etag });
  });
});
