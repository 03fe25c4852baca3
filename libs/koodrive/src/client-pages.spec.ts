import { afterEach, describe, expect, it } from '@jest/globals';
import { type ClientUnderTest, startClient } from '../../../test/support/koodrive-client.js';
import { type Behaviour, json } from '../../../test/support/local-server.js';
import { InvalidCursorError } from './failure/errors.js';
import type { Principal } from './principal.js';

const running: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startClient>): Promise<ClientUnderTest> => {
  const started = await startClient(...args);
  running.push(started);
  return started;
};
afterEach(async () => {
  for (const started of running.splice(0)) await started.close();
});

const session = { kind: 'session', sessionId: 's', userId: '42' } as const;
const folder = { type: '0', containerId: 'C', parentFileId: 'root' } as const;

describe('a page of a list', () => {
  const listing: Behaviour = (response, { body }) => {
    const { pageInfo } = JSON.parse(body.toString()) as { pageInfo: { pageCursor?: string; pageSize: number } };
    const start = Number(pageInfo.pageCursor?.slice(1) ?? 0);
    const files = [start, start + 1].map((number) => ({ id: `F${number}` }));
    json(response, { code: 0, files, ...(start < 4 ? { nextCursor: `c${start + 2}` } : {}) });
  };

  it('leads to the next by its cursor, until there is none', async () => {
    const { client, server } = await setUp(listing);
    const bound = client.for(session);
    const ids: (string | undefined)[] = [];
    let cursor: string | undefined;
    for (let i = 0; i < 3; i++) {
      const page = await bound.page('getPersonalFiles', folder, { limit: 2, cursor });
      ids.push(...page.items.map(({ id }) => id));
      expect(page.nextCursor === null).toBe(i === 2);
      cursor = page.nextCursor ?? undefined;
    }
    expect(ids).toEqual(['F0', 'F1', 'F2', 'F3', 'F4', 'F5']);
    expect(JSON.parse(server.seen[1]?.body.toString() ?? '')).toEqual({
      pageInfo: { pageSize: 2, pageCursor: 'c2' },
      containerId: 'C',
      parentFileId: 'root',
    });
  });

  it('asks for no more than the upstream gives', async () => {
    const { client, server } = await setUp(listing);
    await client.page('getPersonalFiles', folder, session, { limit: 5000 });
    expect(server.seen[0]?.body.toString()).toContain('"pageSize":100');
  });

  it('says the total where the upstream does', async () => {
    const { client } = await setUp((response) => json(response, { code: 0, total: '120', departments: [{ id: '1' }] }));
    const page = await client.page('getDepartmentSpaceList', {}, session);
    expect(page).toMatchObject({ total: 120, items: [{ id: '1' }], nextCursor: expect.any(String) });
  });

  it.each<[string, Principal, object]>([
    ['another principal', { kind: 'user', userId: '43' }, folder],
    ['another session', { kind: 'session', sessionId: 't', userId: '42' }, folder],
    ['another folder', session, { ...folder, parentFileId: 'other' }],
  ])('does not open for %s, and nothing is sent', async (_whose, principal, other) => {
    const { client, server } = await setUp(listing);
    const { nextCursor } = await client.page('getPersonalFiles', folder, session, { limit: 2 });
    const foreign = client.page('getPersonalFiles', other as typeof folder, principal, { cursor: nextCursor ?? '' });
    await expect(foreign).rejects.toBeInstanceOf(InvalidCursorError);
    expect(server.seen).toHaveLength(1);
  });

  it('wants at least one entry', async () => {
    const { client, server } = await setUp(listing);
    for (const limit of [0, -1, NaN]) {
      await expect(client.page('getPersonalFiles', folder, session, { limit })).rejects.toBeInstanceOf(RangeError);
    }
    expect(server.seen).toHaveLength(0);
  });
});

describe('all entries of a list', () => {
  const idsOf = async (entries: AsyncIterable<{ id?: string }>): Promise<unknown[]> => {
    const ids: unknown[] = [];
    for await (const { id } of entries) ids.push(id);
    return ids;
  };

  it('come page after page, over short and empty ones', async () => {
    const pages = [{ files: [{ id: '1' }], nextCursor: 'a' }, { files: [], nextCursor: 'b' }, { files: [{ id: '2' }] }];
    const { client } = await setUp((response, _request, count) => json(response, { code: 0, ...pages[count - 1] }));
    expect(await idsOf(client.pages('getPersonalFiles', folder, session))).toEqual(['1', '2']);
  });

  it('come by offset to the total', async () => {
    const { client, server } = await setUp((response, { url }) => {
      const offset = Number(new URL(url, 'http://x').searchParams.get('offset'));
      const list = Array.from({ length: Math.min(100, 250 - offset) }, (_, i) => ({ id: String(offset + i) }));
      json(response, { code: 0, total: 250, list });
    });
    const ids = await idsOf(client.pages('getUserList', {}, session));
    expect(ids).toEqual(Array.from({ length: 250 }, (_, i) => String(i)));
    expect(server.seen).toHaveLength(3);
  });

  it('end with an error when the upstream leads in a circle', async () => {
    const next: Record<string, string> = { '': 'a', a: 'b', b: 'c', c: 'a' };
    const { client, server } = await setUp((response, { url }) => {
      const cursor = new URL(url, 'http://x').searchParams.get('pageCursor') ?? '';
      json(response, { code: 0, shareLinks: [{ shareId: cursor }], nextCursor: next[cursor] });
    });
    const walk = async (): Promise<void> => {
      for await (const _ of client.pages('listShareByMe', {}, session));
    };
    await expect(walk()).rejects.toMatchObject({ name: 'UpstreamProtocolError', breach: 'page' });
    expect(server.seen.length).toBeLessThanOrEqual(4);
  });
});
