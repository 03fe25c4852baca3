import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listFavorites, setFavorites, toFavoritesBulkResult } from './favorites.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: '0', msg: 'success' };
const starred = { category: 'drive#file', id: 'F1', fileName: '湖边.png', fileType: '15', mimeType: 'image/png' };

describe('favorites', () => {
  it('are read with the members of the table, and with the space if the response has it', async () => {
    upstream = await startDocumentedUpstream({
      listStarFile: {
        ...success,
        autoDeleted: 1,
        starFiles: [
          { ...starred, favorite: true, recycled: false },
          { ...starred, id: 'F2', fileType: '10', containers: ['C1'], parentFolder: ['P1'] },
        ],
      },
    });
    const { items, nextCursor } = await listFavorites(upstream.koodrive, { limit: 50 });
    expect(items).toMatchObject([
      {
        id: 'F1',
        kind: 'file',
        name: '湖边.png',
        type: 'image',
        mediaType: 'image/png',
        favorite: true,
        recycled: false,
      },
      { id: 'F2', kind: 'folder', spaceId: 'C1', parentId: 'P1' },
    ]);
    expect(nextCursor).toBeNull();
  });

  it('are requested with the codes of the upstream', async () => {
    upstream = await startDocumentedUpstream({ listStarFile: { ...success, starFiles: [], nextCursor: 'n' } });
    const { nextCursor } = await listFavorites(upstream.koodrive, { limit: 9, type: 'image', sort: '-markedAt' });
    expect(nextCursor).not.toBeNull();
    expect(upstream.requestsFor('listStarFile')[0]?.query).toBe('pageSize=9&sortType=1&sortDirection=2&fileType=15');
    await listFavorites(upstream.koodrive, { limit: 9, sort: 'markedAt' });
    expect(upstream.requestsFor('listStarFile')[1]?.query).toContain('sortDirection=1');
  });

  it('are marked with one call', async () => {
    upstream = await startDocumentedUpstream({
      batchStarFile: {
        status: 1,
        subResponseList: [
          { fileId: 'F2', code: '13000302' },
          { fileId: 'F1', code: '0' },
        ],
      },
    });
    const files = ['F1', 'F2'].map((fileId) => ({ spaceId: 'C1', fileId }));
    expect(await setFavorites(upstream.koodrive, true, files)).toMatchObject({
      items: [
        { id: 'F1', status: 'done' },
        { id: 'F2', status: 'failed', problem: { code: 'not-found', upstream: { operation: 'batchStarFile' } } },
      ],
    });
    expect(JSON.parse(upstream.requestsFor('batchStarFile')[0]?.body ?? '')).toEqual({
      starred: true,
      subRequestList: [
        { containerId: 'C1', fileId: 'F1' },
        { containerId: 'C1', fileId: 'F2' },
      ],
    });
  });
});

describe('toFavoritesBulkResult', () => {
  it('reports success if all files succeeded and the list is missing', () => {
    expect(toFavoritesBulkResult(['F1'], { status: 0 })).toEqual({ items: [{ id: 'F1', status: 'done' }] });
  });

  it('uses the order of the request if the outcomes name no file', () => {
    const { items } = toFavoritesBulkResult(['F1', 'F2'], {
      status: 1,
      subResponseList: [{ code: '13000302' }, { code: '0' }],
    });
    expect(items.map(({ status }) => status)).toEqual(['failed', 'done']);
  });

  it.each([
    { status: 1 as const },
    { status: 2 as const },
    {},
    { status: 1 as const, subResponseList: [{ fileId: 'F9', code: '0' }] },
  ])('throws for the incomplete response %j', (wire) => {
    expect(() => toFavoritesBulkResult(['F1'], wire)).toThrow('upstream-protocol');
  });
});
