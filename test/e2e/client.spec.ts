import { createHash, randomBytes } from 'node:crypto';
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
import { BrowserByHand, signIn } from '../support/browser-by-hand.js';
import { gatewayHost, startSignInStack } from '../support/sign-in-stack.js';
import type { Stack } from '../support/stack.js';

let stack: Stack;
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(body).arrayBuffer());
const makeFolder = (name: string, headers: Record<string, string> = {}) =>
  koodrive.POST('/v1/spaces/{spaceId}/folders', {
    params: { path: { spaceId } },
    body: { name },
    headers,
  });

describe('calls', () => {
  it('answer data, typed, or the problem', async () => {
    const { data } = await koodrive.GET('/v1/me');
    expect(data?.profile?.id).toBe(stack.userId);
    const { error, response } = await koodrive.GET('/v1/spaces/{spaceId}', {
      params: { path: { spaceId: 'nowhere' } },
    });
    expect([response.status, error?.code]).toEqual([404, 'not-found']);
  });

  it('throw the problem by dataOf, with each mistake', async () => {
    const wrong = koodrive.GET('/v1/spaces', { params: { query: { limit: 1000 } } });
    await expect(dataOf(wrong)).rejects.toMatchObject({
      name: 'ProblemError',
      code: 'invalid-input',
      status: 422,
      retryable: false,
      errors: [{ pointer: '/limit' }],
    });
  });

  it('do the work once under one Idempotency-Key', async () => {
    const first = await dataOf(makeFolder('Made once', { 'Idempotency-Key': 'client-1' }));
    const second = await dataOf(makeFolder('Made once', { 'Idempotency-Key': 'client-1' }));
    expect(second.id).toBe(first.id);
    expect((await makeFolder('Made once')).error?.code).toBe('name-taken');
  });

  it('come from a signed-in browser with its cookie, and end with its session', async () => {
    const browser = new BrowserByHand();
    await signIn(browser, gateway, stack.userId);
    // What a browser adds by itself.
    const asBrowser = (request: Request): Promise<Response> => {
      request.headers.set('cookie', browser.cookieHeader(gatewayHost));
      return fetch(new Request(request, { headers: { ...Object.fromEntries(request.headers), origin: gateway } }));
    };
    const page = createClient({ baseUrl: gateway, cookies: true, fetch: asBrowser });
    expect((await dataOf(page.GET('/v1/me'))).profile?.id).toBe(stack.userId);
    expect((await dataOf(page.GET('/auth/session'))).user.id).toBe(stack.userId);
    await dataOf(page.POST('/auth/logout'));
    await expect(dataOf(page.GET('/v1/me'))).rejects.toMatchObject({ status: 401, code: 'session-ended' });
  });
});

describe('lists', () => {
  beforeAll(async () => {
    const parent = (await dataOf(makeFolder('Many'))).id;
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const body = { name, parentId: parent };
      await dataOf(koodrive.POST('/v1/spaces/{spaceId}/folders', { params: { path: { spaceId } }, body }));
    }
    many = { params: { path: { spaceId }, query: { parent, sort: 'name', limit: 2 } } };
  });
  let many: { params: { path: { spaceId: string }; query: { parent: string; sort: 'name'; limit: number } } };

  it('come page by page', async () => {
    const found: string[][] = [];
    for await (const { items } of pages(koodrive, '/v1/spaces/{spaceId}/files', many)) {
      found.push(items.map(({ name }) => name));
    }
    expect(found.filter(({ length }) => length > 0)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('come entry by entry, and ask for no page that nobody wants', async () => {
    const found: string[] = [];
    requests.length = 0;
    for await (const { name } of entries(koodrive, '/v1/spaces/{spaceId}/files', many)) {
      found.push(name);
      if (name === 'c') break;
    }
    expect(found).toEqual(['a', 'b', 'c']);
    expect(requests).toHaveLength(2);
  });

  it('throw where a page is refused', async () => {
    const list = entries(koodrive, '/v1/spaces/{spaceId}/files', { params: { path: { spaceId: 'nowhere' } } });
    await expect(list.next()).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('bytes', () => {
  const bytes = new Uint8Array(randomBytes(3 * 1024 * 1024 + 5));
  const inPieces = (size: number): ReadableStream<Uint8Array> => {
    let at = 0;
    return new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, (at += size)));
      },
    });
  };

  it.each([
    ['an array', () => bytes],
    ['a blob', () => new Blob([bytes])],
    ['a stream', () => ({ stream: inPieces(100_000), size: bytes.length })],
    [
      'a stream of Node',
      () => ({ stream: Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]), size: bytes.length }),
    ],
  ])('go up as %s, tell how far they are, and come back the same', async (kind, content) => {
    const up: Progress[] = [];
    const name = `从 ${kind}.bin`;
    const file = await upload(koodrive, { spaceId, name, content: content(), onProgress: (each) => up.push(each) });
    expect(file).toMatchObject({ name, size: bytes.length, spaceId });
    expect(up.length).toBeGreaterThan(1);
    expect(up.at(-1)).toEqual({ done: bytes.length, size: bytes.length });

    const down: Progress[] = [];
    const found = await download(koodrive, { spaceId, fileId: file.id, onProgress: (each) => down.push(each) });
    expect(found).toMatchObject({ name, size: bytes.length });
    expect(sha256(await bytesOf(found.body))).toBe(sha256(bytes));
    expect(down.at(-1)).toEqual({ done: bytes.length, size: bytes.length });
  });

  it('become a new version of a file', async () => {
    const { id } = await upload(koodrive, { spaceId, name: 'grows.txt', content: new Blob(['one']) });
    await upload(koodrive, { spaceId, fileId: id, content: new Blob(['three']) });
    const { body } = await download(koodrive, { spaceId, fileId: id });
    expect(await new Response(body).text()).toBe('three');
  });

  it('come in part', async () => {
    const { id } = await upload(koodrive, { spaceId, name: 'part.txt', content: new Blob(['0123456789']) });
    const text = async (range: { first: number; last?: number }): Promise<string> =>
      new Response((await download(koodrive, { spaceId, fileId: id, range })).body).text();
    expect([await text({ first: 2, last: 4 }), await text({ first: 7 })]).toEqual(['234', '789']);
    await expect(text({ first: 50 })).rejects.toMatchObject({ status: 416 });
  });

  it('are none where there are none', async () => {
    const { id, size } = await upload(koodrive, { spaceId, name: 'empty.txt', content: new Blob([]) });
    expect(size).toBe(0);
    expect(await bytesOf((await download(koodrive, { spaceId, fileId: id })).body)).toHaveLength(0);
  });

  it('are refused with the problem', async () => {
    const content = new Blob(['x']);
    await upload(koodrive, { spaceId, name: 'taken.txt', content });
    await expect(upload(koodrive, { spaceId, name: 'taken.txt', content })).rejects.toMatchObject({
      code: 'name-taken',
    });
    const renamed = await upload(koodrive, { spaceId, name: 'taken.txt', content, onConflict: 'rename' });
    expect(renamed.name).not.toBe('taken.txt');
    await expect(download(koodrive, { spaceId, fileId: '1111' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stop when their caller does', async () => {
    const stopping = new AbortController();
    const content = { stream: inPieces(1_000), size: bytes.length };
    const onProgress = (): void => stopping.abort(new Error('enough'));
    const going = upload(koodrive, { spaceId, name: 'stopped.bin', content, onProgress, signal: stopping.signal });
    await expect(going).rejects.toThrow('enough');
    const names: string[] = [];
    const list = { params: { path: { spaceId } } };
    for await (const { name } of entries(koodrive, '/v1/spaces/{spaceId}/files', list)) names.push(name);
    expect(names).not.toContain('stopped.bin');
  });
});

describe('waitForJob', () => {
  async function copy(client = koodrive): Promise<Job> {
    const name = `copied ${randomBytes(4).toString('hex')}.txt`;
    const { id } = await upload(koodrive, { spaceId, name, content: new Blob(['x']) });
    const folder = await dataOf(makeFolder(`for ${name}`));
    return dataOf(
      client.POST('/v1/jobs', { body: { action: 'copy', spaceId, fileIds: [id], targetFolderId: folder.id } }),
    );
  }

  it('gives the job once it is over, and tells of each change before', async () => {
    const seen: string[] = [];
    const { id } = await copy();
    const job = await waitForJob(koodrive, id, { onProgress: ({ status }) => seen.push(status) });
    expect(job).toMatchObject({ id, status: 'completed', result: 'succeeded', entries: [{ status: 'done' }] });
    expect(seen.at(-1)).toBe('completed');
  });

  it('takes the events up again where they break off', async () => {
    let streams = 0;
    const breaking = async (request: Request): Promise<Response> => {
      const answer = await fetch(request);
      if (!request.url.endsWith('/events')) return answer;
      streams += 1;
      if (streams > 1) return answer;
      await answer.body?.cancel();
      return new Response('retry: 2000\n\nevent: progress\ndata: {"status":"runn', { status: 200 });
    };
    const client = createClient({ baseUrl: stack.url, apiKey: stack.key, fetch: breaking });
    expect(await waitForJob(client, (await copy()).id)).toMatchObject({ status: 'completed' });
    expect(streams).toBe(2);
  });

  it('throws where there is no such job, and where its caller has left', async () => {
    await expect(waitForJob(koodrive, '1111')).rejects.toMatchObject({ name: 'ProblemError' });
    const signal = AbortSignal.abort(new Error('left'));
    await expect(waitForJob(koodrive, (await copy()).id, { signal })).rejects.toThrow('left');
  });
});

describe('batch', () => {
  it('answers each read under its name, typed', async () => {
    const found = await batch(koodrive, {
      me: read('/v1/me'),
      files: read('/v1/spaces/{spaceId}/files', { path: { spaceId }, query: { limit: 1, sort: '-name' } }),
      gone: read('/v1/spaces/{spaceId}/files/{fileId}', { path: { spaceId, fileId: '1111' } }),
      found: read('/v1/search', { query: { q: '合同 & more', in: 'individual' } }),
    });
    expect(found.me.data?.profile?.id).toBe(stack.userId);
    expect(found.files.data?.items).toHaveLength(1);
    expect(found.gone.data).toBeUndefined();
    expect(found.gone.error).toMatchObject({ name: 'ProblemError', code: 'not-found', status: 404 });
    expect(found.found).toMatchObject({ status: 200, data: { items: [] } });
  });

  it('goes round once for each fifty', async () => {
    const list = (limit: number) => read('/v1/spaces/{spaceId}/files', { path: { spaceId }, query: { limit } });
    const reads = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`limit ${at + 1}`, list(at + 1)]));
    requests.length = 0;
    const found = await batch(koodrive, reads);
    expect(requests).toHaveLength(2);
    expect(Object.keys(found)).toEqual(Object.keys(reads));
    expect(found['limit 3']?.data?.items).toHaveLength(3);
  });

  it('does not fetch again what is known', async () => {
    const { me } = await batch(koodrive, { me: read('/v1/me') });
    const again = await batch(koodrive, { me: read('/v1/me', { ...(me.etag && { ifNoneMatch: me.etag }) }) });
    expect(again.me).toEqual({ status: 304, etag: me.etag });
  });
});
