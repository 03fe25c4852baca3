import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  countUpstreamCalls,
  type DriveFile,
  findFileByName,
  issueKeyFor,
  type ListResponse,
  noCacheHeaders,
  parseProblem,
  findSpace,
  uploadFile,
  fetchAllPages,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface FavoriteFile extends DriveFile {
  readonly favorite?: boolean;
}
interface ItemResults {
  readonly items: { id: string; status: string; problem?: { code: string } }[];
}

let stack: GatewayStack;
let jonasKey: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  jonasKey = await issueKeyFor(stack, 'Jonas Weber');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const listFavorites = async (query = '', headers = {}): Promise<FavoriteFile[]> =>
  (await stack.call('GET', `/v1/me/favorites?limit=100${query}`, { headers })).json<ListResponse<FavoriteFile>>().items;
const fileNames = (files: readonly DriveFile[]): string[] => files.map(({ name }) => name);
const addFavorites = (files: object[], path = '/v1/me/favorites', key = stack.key) =>
  stack.call('POST', path, { key, body: { files } });
const removeFavorites = (files: object[]) => addFavorites(files, '/v1/me/favorites/remove');
const findInRoot = async (spaceId: string, name: string): Promise<FavoriteFile> => findFileByName(stack, spaceId, name);

describe('favorites', () => {
  it('are added and removed, and every list with the favorite mark is current', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    await listFavorites('', noCacheHeaders);
    const documents = await findInRoot(spaceId, 'Documents');
    expect(documents.favorite).toBe(false);
    await stack.call('GET', '/v1/search?q=Documents');

    const added = await addFavorites([{ spaceId, fileId: documents.id }]);
    expect([added.status, added.json()]).toEqual([200, { items: [{ id: documents.id, status: 'done' }] }]);
    const [first] = await listFavorites();
    expect(first).toMatchObject({
      id: documents.id,
      kind: 'folder',
      name: 'Documents',
      type: 'folder',
      favorite: true,
      spaceId,
    });
    expect((await findInRoot(spaceId, 'Documents')).favorite).toBe(true);
    const [searchResult] = (await stack.call('GET', '/v1/search?q=Documents')).json<ListResponse<FavoriteFile>>().items;
    expect(searchResult).toMatchObject({ id: documents.id, favorite: true });

    await removeFavorites([{ spaceId, fileId: documents.id }]);
    expect(fileNames(await listFavorites())).toEqual(['会议纪要.md']);
    expect((await findInRoot(spaceId, 'Documents')).favorite).toBe(false);
  });

  it('are listed in pages, sorted by markedAt, and filtered by type', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    const trip = await findInRoot(spaceId, 'trip.zip');
    await addFavorites([{ spaceId, fileId: trip.id }]);
    expect(fileNames(await listFavorites())).toEqual(['trip.zip', '会议纪要.md']);
    expect(fileNames(await listFavorites('&sort=markedAt'))).toEqual(['会议纪要.md', 'trip.zip']);
    expect(fileNames(await listFavorites('&type=archive'))).toEqual(['trip.zip']);
    const { entries, pages } = await fetchAllPages<DriveFile>(stack, '/v1/me/favorites?limit=1');
    expect([fileNames(entries), pages[0]?.length]).toEqual([['trip.zip', '会议纪要.md'], 1]);
  });

  it('are cached for each user until one of the files is renamed', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    const file = await uploadFile(stack, spaceId, 'draft.txt', 'x');
    await addFavorites([{ spaceId, fileId: file.id }]);
    await listFavorites();
    expect(await countUpstreamCalls(stack, () => listFavorites())).toBe(0);
    const jonasFavorites = await stack.call('GET', '/v1/me/favorites?limit=100', { key: jonasKey });
    expect(fileNames(jonasFavorites.json<ListResponse<DriveFile>>().items)).not.toContain('draft.txt');
    await stack.call('PATCH', `/v1/spaces/${spaceId}/files/${file.id}`, { body: { name: 'final.txt' } });
    expect(fileNames(await listFavorites())).toContain('final.txt');
  });

  it('have a result for each file: files of groups, of other users and unknown files fail', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual', jonasKey);
    const ownFile = await findFileByName(stack, spaceId, 'Documents', { key: jonasKey });
    const group = await findSpace(stack, 'group', jonasKey);
    const groupFiles = (await stack.call('GET', `/v1/spaces/${group.id}/files?limit=1`, { key: jonasKey })).json<
      ListResponse<DriveFile>
    >();
    const groupFileId = groupFiles.items[0]?.id ?? '';
    const foreignFile = await findInRoot((await findSpace(stack, 'individual')).id, 'trip.zip');
    const files = [
      { spaceId: (await findSpace(stack, 'individual')).id, fileId: foreignFile.id },
      { spaceId, fileId: ownFile.id },
      { spaceId: group.id, fileId: groupFileId },
      { spaceId, fileId: 'nothing' },
    ];
    const { items } = (await addFavorites(files, '/v1/me/favorites', jonasKey)).json<ItemResults>();
    expect(items.map(({ id }) => id)).toEqual(files.map(({ fileId }) => fileId));
    expect(items.map(({ status }) => status)).toEqual(['failed', 'done', 'failed', 'failed']);
    expect(items.map(({ problem }) => problem?.code)).toEqual([
      'no-permission',
      undefined,
      'no-permission',
      expect.stringMatching(/^not-found$/),
    ]);
  });

  it.each([
    ['no file', [], '/files'],
    ['a duplicate file', ['a', 'a'], '/files'],
    ['101 files', Array.from({ length: 101 }, (_, i) => `f${i}`), '/files'],
    ['an invalid id', ['a/b'], '/files/0/fileId'],
  ])('are rejected without an upstream call for %s', async (_description, ids, pointer) => {
    const calls = await countUpstreamCalls(stack, async () => {
      for (const path of ['/v1/me/favorites', '/v1/me/favorites/remove']) {
        const response = await addFavorites(
          ids.map((fileId) => ({ spaceId: 's', fileId })),
          path,
        );
        expect(parseProblem(response)).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer }] });
      }
    });
    expect(calls).toBe(0);
  });

  it('require a user', async () => {
    const key = await stack.issueKey({ scopes: ['files:read'] });
    expect((await stack.call('GET', '/v1/me/favorites', { key })).status).toBe(403);
  });
});
