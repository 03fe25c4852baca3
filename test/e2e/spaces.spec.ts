import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { callsDuring, keyFor, type List, problemOf, type Space, spaceOf, upload, walk } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
/** A member of two groups and, through her department, of one department space. */
let amara: string;
beforeAll(async () => {
  stack = await startStack();
  amara = await keyFor(stack, 'Amara Okafor');
});
afterAll(() => stack.close());

const kindsOf = (items: readonly Space[]): string[] => items.map(({ kind }) => kind);

describe('GET /v1/spaces', () => {
  it('lists the individual spaces first, then those of departments and groups', async () => {
    const { items, nextCursor } = (await stack.call('GET', '/v1/spaces', { key: amara })).json<List<Space>>();
    expect(kindsOf(items)).toEqual(['individual', 'department', 'group']);
    expect(items.map(({ name }) => name).slice(1)).toEqual(['Engineering', 'Launch 发布']);
    expect(nextCursor).toBeNull();
  });

  it.each([
    ['individual', ['individual']],
    ['department', ['department']],
    ['group', ['group']],
    ['team', ['department', 'group']],
  ])('lists only those of kind %s', async (kind, kinds) => {
    const answer = await stack.call('GET', `/v1/spaces?kind=${kind}`, { key: amara });
    expect(kindsOf(answer.json<List<Space>>().items)).toEqual(kinds);
  });

  it('lists both spaces of a user who has two', async () => {
    const key = await keyFor(stack, 'Dmitri Petrov');
    const { items } = (await stack.call('GET', '/v1/spaces?kind=individual', { key })).json<List<Space>>();
    expect(kindsOf(items)).toEqual(['individual', 'individual']);
  });

  it('looks for text in the names of team spaces', async () => {
    const found = await stack.call('GET', '/v1/spaces?kind=team&q=Launch', { key: amara });
    expect(found.json<List<Space>>().items.map(({ name }) => name)).toEqual(['Launch 发布']);
    const none = await stack.call('GET', '/v1/spaces?kind=team&q=nothing-is-called-so', { key: amara });
    expect(none.json<List<Space>>().items).toEqual([]);
  });

  it('gives the same list page by page, in whatever size', async () => {
    const whole = (await stack.call('GET', '/v1/spaces', { key: amara })).json<List<Space>>().items;
    for (const limit of [1, 2]) {
      const { entries, pages } = await walk<Space>(stack, `/v1/spaces?limit=${limit}`, amara);
      expect(entries).toEqual(whole);
      expect(Math.max(...pages.map((page) => page.length))).toBe(limit);
    }
  });

  it('answers only the fields asked for', async () => {
    const { items } = (await stack.call('GET', '/v1/spaces?fields=id,kind', { key: amara })).json<List<object>>();
    expect(items.map((item) => Object.keys(item))).toEqual(items.map(() => ['id', 'kind']));
  });

  it('keeps each caller’s own list apart', async () => {
    await stack.call('GET', '/v1/spaces?limit=40', { key: amara });
    const mine = (await stack.call('GET', '/v1/spaces?limit=40')).json<List<Space>>();
    const hers = (await stack.call('GET', '/v1/spaces?limit=40', { key: amara })).json<List<Space>>();
    expect(mine.items.map(({ id }) => id)).not.toEqual(hers.items.map(({ id }) => id));
  });

  it('tells of the bytes in use after an upload, though the list was kept', async () => {
    const before = await spaceOf(stack, 'individual');
    await upload(stack, before.id, 'used.bin', new Uint8Array(64 * 1024));
    const after = await spaceOf(stack, 'individual');
    expect((after.used ?? 0) - (before.used ?? 0)).toBe(64 * 1024);
  });
});

describe('GET /v1/spaces/{spaceId}', () => {
  it('reads one space', async () => {
    const space = await spaceOf(stack, 'department', amara);
    const read = (await stack.call('GET', `/v1/spaces/${space.id}`, { key: amara })).json<Space>();
    expect(read).toMatchObject({ id: space.id, kind: 'department' });
  });

  it('answers 304 to who has it already, without a body and without a call', async () => {
    const { id } = await spaceOf(stack, 'individual');
    const first = await stack.call('GET', `/v1/spaces/${id}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    // Not by fetch: beside If-None-Match it sends Cache-Control: no-cache of its own.
    const ask = (header: string) =>
      stack.raw({
        path: `/v1/spaces/${id}`,
        headers: { authorization: `Bearer ${stack.key}`, 'if-none-match': header },
      });
    const calls = await callsDuring(stack, async () => {
      for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(header);
        expect(again.status).toBe(304);
        expect(again.headers.get('etag')).toBe(etag);
        expect(again.text).toBe('');
      }
      expect((await ask('"other"')).status).toBe(200);
    });
    expect(calls).toBe(0);
  });

  it('asks the upstream again for Cache-Control: no-cache, and keeps what it says', async () => {
    const { id } = await spaceOf(stack, 'individual');
    await stack.call('GET', `/v1/spaces/${id}`);
    const calls = await callsDuring(stack, async () => {
      const fresh = await stack.call('GET', `/v1/spaces/${id}`, { headers: { 'cache-control': 'no-cache' } });
      expect(fresh.headers.get('cache-status')).toMatch(/fwd=request; stored/);
    });
    expect(calls).toBe(1);
    expect((await stack.call('GET', `/v1/spaces/${id}`)).headers.get('cache-status')).toMatch(/; hit; ttl=\d+/);
  });

  it('answers HEAD as GET, without the body', async () => {
    const { id } = await spaceOf(stack, 'individual');
    const get = await stack.call('GET', `/v1/spaces/${id}`);
    const head = await stack.call('HEAD', `/v1/spaces/${id}`);
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(get.text)));
  });

  it('knows no space that is not there, and keeps no such answer', async () => {
    const path = '/v1/spaces/IAADfsBFCO6WtAtuAnothing';
    const calls = await callsDuring(stack, async () => {
      for (let i = 0; i < 2; i += 1) {
        const answer = await stack.call('GET', path);
        expect(answer.status).toBe(404);
        expect(problemOf(answer)).toMatchObject({
          code: 'not-found',
          instance: path,
          upstream: { operation: 'getSpaceByContainerID', code: '13000301' },
        });
      }
    });
    expect(calls).toBe(2);
  });
});
