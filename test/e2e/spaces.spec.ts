import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countUpstreamCalls,
  downloadFile,
  findFileByName,
  issueKeyFor,
  type ListResponse,
  noCacheHeaders,
  parseProblem,
  type Space,
  findSpace,
  uploadFile,
  fetchAllPages,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
/** Amara can open a group space and, through her department, a department space. */
let amaraKey: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  amaraKey = await issueKeyFor(stack, 'Amara Okafor');
});
afterAll(() => stack.close());

const spaceKinds = (items: readonly Space[]): string[] => items.map(({ kind }) => kind);

describe('GET /v1/spaces', () => {
  it('lists the individual spaces first, then those of departments and groups', async () => {
    const { items, nextCursor } = (await stack.call('GET', '/v1/spaces', { key: amaraKey })).json<
      ListResponse<Space>
    >();
    expect(spaceKinds(items)).toEqual(['individual', 'department', 'group']);
    expect(items.map(({ name }) => name).slice(1)).toEqual(['Engineering', 'Launch 发布']);
    expect(nextCursor).toBeNull();
  });

  it.each([
    ['individual', ['individual']],
    ['department', ['department']],
    ['group', ['group']],
    ['team', ['department', 'group']],
  ])('lists only those of kind %s', async (kind, kinds) => {
    const response = await stack.call('GET', `/v1/spaces?kind=${kind}`, { key: amaraKey });
    expect(spaceKinds(response.json<ListResponse<Space>>().items)).toEqual(kinds);
  });

  it('lists a team space of the first user of the sandbox, with files', async () => {
    const [space] = (await stack.call('GET', '/v1/spaces?kind=team')).json<ListResponse<Space>>().items;
    expect(space).toMatchObject({ kind: 'group', name: 'Launch 发布' });
    const checklist = await findFileByName(stack, space?.id ?? '', 'Checklist.md');
    const { bytes } = await downloadFile(stack, space?.id ?? '', checklist.id);
    expect(Buffer.from(bytes).toString()).toBe('# Checklist\n\n- [ ] 发布\n');
  });

  it('lists both spaces of a user who has two', async () => {
    const key = await issueKeyFor(stack, 'Dmitri Petrov');
    const { items } = (await stack.call('GET', '/v1/spaces?kind=individual', { key })).json<ListResponse<Space>>();
    expect(spaceKinds(items)).toEqual(['individual', 'individual']);
  });

  it('searches the names of department and group spaces', async () => {
    const found = await stack.call('GET', '/v1/spaces?kind=team&q=Launch', { key: amaraKey });
    expect(found.json<ListResponse<Space>>().items.map(({ name }) => name)).toEqual(['Launch 发布']);
    const notFound = await stack.call('GET', '/v1/spaces?kind=team&q=unknown-name', { key: amaraKey });
    expect(notFound.json<ListResponse<Space>>().items).toEqual([]);
  });

  it('returns the same list in pages of any size', async () => {
    const complete = (await stack.call('GET', '/v1/spaces', { key: amaraKey })).json<ListResponse<Space>>().items;
    for (const limit of [1, 2]) {
      const { entries, pages } = await fetchAllPages<Space>(stack, `/v1/spaces?limit=${limit}`, amaraKey);
      expect(entries).toEqual(complete);
      expect(Math.max(...pages.map((page) => page.length))).toBe(limit);
    }
  });

  it('returns only the requested fields', async () => {
    const { items } = (await stack.call('GET', '/v1/spaces?fields=id,kind', { key: amaraKey })).json<
      ListResponse<object>
    >();
    expect(items.map((item) => Object.keys(item))).toEqual(items.map(() => ['id', 'kind']));
  });

  it('caches separately for each user', async () => {
    await stack.call('GET', '/v1/spaces?limit=40', { key: amaraKey });
    const meiSpaces = (await stack.call('GET', '/v1/spaces?limit=40')).json<ListResponse<Space>>();
    const amaraSpaces = (await stack.call('GET', '/v1/spaces?limit=40', { key: amaraKey })).json<ListResponse<Space>>();
    expect(meiSpaces.items.map(({ id }) => id)).not.toEqual(amaraSpaces.items.map(({ id }) => id));
  });

  it('returns the current usage after an upload, although the list was cached', async () => {
    const before = await findSpace(stack, 'individual');
    await uploadFile(stack, before.id, 'used.bin', new Uint8Array(64 * 1024));
    const after = await findSpace(stack, 'individual');
    expect((after.used ?? 0) - (before.used ?? 0)).toBe(64 * 1024);
  });
});

describe('GET /v1/spaces/{spaceId}', () => {
  it('reads a space', async () => {
    const space = await findSpace(stack, 'department', amaraKey);
    const response = await stack.call('GET', `/v1/spaces/${space.id}`, { key: amaraKey });
    expect(response.json()).toMatchObject({ id: space.id, kind: 'department' });
  });

  it('returns 304 for a matching If-None-Match, without a body and without an upstream call', async () => {
    const { id } = await findSpace(stack, 'individual');
    const first = await stack.call('GET', `/v1/spaces/${id}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    // With If-None-Match, fetch also sends Cache-Control: no-cache. Hence sendRaw.
    const getIfNoneMatch = (header: string) =>
      stack.sendRaw({
        path: `/v1/spaces/${id}`,
        headers: { authorization: `Bearer ${stack.key}`, 'if-none-match': header },
      });
    const calls = await countUpstreamCalls(stack, async () => {
      for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const notModified = await getIfNoneMatch(header);
        expect(notModified.status).toBe(304);
        expect(notModified.headers.get('etag')).toBe(etag);
        expect(notModified.text).toBe('');
      }
      expect((await getIfNoneMatch('"other"')).status).toBe(200);
    });
    expect(calls).toBe(0);
  });

  it('calls the upstream again for Cache-Control: no-cache, and caches the response', async () => {
    const { id } = await findSpace(stack, 'individual');
    await stack.call('GET', `/v1/spaces/${id}`);
    const calls = await countUpstreamCalls(stack, async () => {
      const response = await stack.call('GET', `/v1/spaces/${id}`, { headers: noCacheHeaders });
      expect(response.headers.get('cache-status')).toMatch(/fwd=request; stored/);
    });
    expect(calls).toBe(1);
    expect((await stack.call('GET', `/v1/spaces/${id}`)).headers.get('cache-status')).toMatch(/; hit; ttl=\d+/);
  });

  it('responds to HEAD like GET, without the body', async () => {
    const { id } = await findSpace(stack, 'individual');
    const get = await stack.call('GET', `/v1/spaces/${id}`);
    const head = await stack.call('HEAD', `/v1/spaces/${id}`);
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(get.text)));
  });

  it('returns 404 for an unknown space, and does not cache it', async () => {
    const path = '/v1/spaces/IAADfsBFCO6WtAtuAnothing';
    const calls = await countUpstreamCalls(stack, async () => {
      for (let i = 0; i < 2; i += 1) {
        const response = await stack.call('GET', path);
        expect(response.status).toBe(404);
        expect(parseProblem(response)).toMatchObject({
          code: 'not-found',
          instance: path,
          upstream: { operation: 'getSpaceByContainerID', code: '13000301' },
        });
      }
    });
    expect(calls).toBe(2);
  });
});
