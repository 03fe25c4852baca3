import { afterEach, describe, expect, it } from '@jest/globals';
import { type ClientUnderTest, startKooDriveClient } from '../../../test/support/koodrive-client.js';
import { type RequestHandler, respondWithJson } from '../../../test/support/local-server.js';
import { InvalidCursorError } from './failure/errors.js';
import type { Principal } from './principal.js';

const startedClients: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startKooDriveClient>): Promise<ClientUnderTest> => {
  const started = await startKooDriveClient(...args);
  startedClients.push(started);
  return started;
};
afterEach(async () => {
  for (const started of startedClients.splice(0)) await started.close();
});

const session = { kind: 'session', browserSessionId: 's', userId: '42' } as const;
const folder = { type: '0', containerId: 'C', parentFileId: 'root' } as const;

describe('KooDriveClient.fetchPage', () => {
  const respondWithListing: RequestHandler = (response, { body }) => {
    const { pageInfo } = JSON.parse(body.toString()) as { pageInfo: { pageCursor?: string; pageSize: number } };
    const start = Number(pageInfo.pageCursor?.slice(1) ?? 0);
    const files = [start, start + 1].map((number) => ({ id: `F${number}` }));
    respondWithJson(response, { code: 0, files, nextCursor: start < 4 ? `c${start + 2}` : undefined });
  };

  it('returns a cursor to the next page until the end of the list', async () => {
    const { client, server } = await setUp(respondWithListing);
    const bound = client.forPrincipal(session);
    const ids: (string | undefined)[] = [];
    let cursor: string | undefined;
    for (let i = 0; i < 3; i++) {
      const page = await bound.fetchPage('getPersonalFiles', folder, { limit: 2, cursor });
      ids.push(...page.items.map(({ id }) => id));
      expect(page.nextCursor === null).toBe(i === 2);
      cursor = page.nextCursor ?? undefined;
    }
    expect(ids).toEqual(['F0', 'F1', 'F2', 'F3', 'F4', 'F5']);
    expect(JSON.parse(server.receivedRequests[1]?.body.toString() ?? '')).toEqual({
      pageInfo: { pageSize: 2, pageCursor: 'c2' },
      containerId: 'C',
      parentFileId: 'root',
    });
  });

  it('requests at most the max page size of the upstream', async () => {
    const { client, server } = await setUp(respondWithListing);
    await client.fetchPage('getPersonalFiles', folder, session, { limit: 5000 });
    expect(server.receivedRequests[0]?.body.toString()).toContain('"pageSize":100');
  });

  it('returns the total when the upstream reports it', async () => {
    const { client } = await setUp((response) =>
      respondWithJson(response, { code: 0, total: '120', departments: [{ id: '1' }] }),
    );
    const page = await client.fetchPage('getDepartmentSpaceList', {}, session);
    expect(page).toMatchObject({ total: 120, items: [{ id: '1' }], nextCursor: expect.any(String) });
  });

  it.each<[string, Principal, object]>([
    ['another principal', { kind: 'user', userId: '43' }, folder],
    ['another session', { kind: 'session', browserSessionId: 't', userId: '42' }, folder],
    ['another folder', session, { ...folder, parentFileId: 'other' }],
  ])('rejects a cursor of %s, and sends nothing', async (_owner, principal, input) => {
    const { client, server } = await setUp(respondWithListing);
    const { nextCursor } = await client.fetchPage('getPersonalFiles', folder, session, { limit: 2 });
    const outcome = client.fetchPage('getPersonalFiles', input as typeof folder, principal, {
      cursor: nextCursor ?? '',
    });
    await expect(outcome).rejects.toBeInstanceOf(InvalidCursorError);
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('rejects a limit below one', async () => {
    const { client, server } = await setUp(respondWithListing);
    for (const limit of [0, -1, NaN]) {
      await expect(client.fetchPage('getPersonalFiles', folder, session, { limit })).rejects.toBeInstanceOf(RangeError);
    }
    expect(server.receivedRequests).toHaveLength(0);
  });
});

describe('KooDriveClient.iterateItems', () => {
  const idsOf = async (entries: AsyncIterable<{ id?: string }>): Promise<unknown[]> => {
    const ids: unknown[] = [];
    for await (const { id } of entries) ids.push(id);
    return ids;
  };

  it('yields the entries of all pages, including short and empty pages', async () => {
    const pages = [{ files: [{ id: '1' }], nextCursor: 'a' }, { files: [], nextCursor: 'b' }, { files: [{ id: '2' }] }];
    const { client } = await setUp((response, _request, count) =>
      respondWithJson(response, { code: 0, ...pages[count - 1] }),
    );
    expect(await idsOf(client.iterateItems('getPersonalFiles', folder, session))).toEqual(['1', '2']);
  });

  it('pages by offset up to the total', async () => {
    const { client, server } = await setUp((response, { url }) => {
      const offset = Number(new URL(url, 'http://x').searchParams.get('offset'));
      const list = Array.from({ length: Math.min(100, 250 - offset) }, (_, i) => ({ id: String(offset + i) }));
      respondWithJson(response, { code: 0, total: 250, list });
    });
    const ids = await idsOf(client.iterateItems('getUserList', {}, session));
    expect(ids).toEqual(Array.from({ length: 250 }, (_, i) => String(i)));
    expect(server.receivedRequests).toHaveLength(3);
  });

  it('throws when the pages of the upstream form a loop', async () => {
    const next: Record<string, string> = { '': 'a', a: 'b', b: 'c', c: 'a' };
    const { client, server } = await setUp((response, { url }) => {
      const cursor = new URL(url, 'http://x').searchParams.get('pageCursor') ?? '';
      respondWithJson(response, { code: 0, shareLinks: [{ shareId: cursor }], nextCursor: next[cursor] });
    });
    const iterateAll = async (): Promise<void> => {
      for await (const _ of client.iterateItems('listShareByMe', {}, session));
    };
    await expect(iterateAll()).rejects.toMatchObject({ name: 'UpstreamProtocolError', violation: 'paging' });
    expect(server.receivedRequests.length).toBeLessThanOrEqual(4);
  });
});
