import { type BoundClient, id, type Item, type Output } from '#koodrive';
import type { File } from '../files/files.dto.js';
import { fileTypeCodes, toFile } from '../files/files.upstream.js';
import type { BatchResult } from '../http/answer/entry-result.js';
import { resultOf } from '../http/answer/outcomes.js';
import type { Page } from '../http/input/page.js';
import type { ListFavoritesQuery, MarkedFile } from './favorites.dto.js';

/**
 * The page's table breaks off after `recycled`. What listings print beside it, such as the space, is taken where it is
 * served (inferred).
 */
export const toFavorite = (wire: Item<'listStarFile'>): File => toFile(wire as Item<'getPersonalFiles'>);

export async function listFavorites(
  koodrive: BoundClient,
  { type, sort, limit, cursor }: ListFavoritesQuery,
): Promise<Page<File>> {
  const found = await koodrive.page(
    'listStarFile',
    {
      ...(type && { fileType: fileTypeCodes[type] }),
      ...(sort && { sortType: 1, sortDirection: sort.startsWith('-') ? 2 : 1 }),
    },
    { limit, ...(cursor && { cursor }) },
  );
  return { items: found.items.map(toFavorite), nextCursor: found.nextCursor };
}

/** One result for each file; a list may be missing where all went well. */
export function toBatchResult(
  fileIds: readonly string[],
  { status, subResponseList }: Output<'batchStarFile'>,
): BatchResult {
  const allDone = String(status) === '0' && !subResponseList;
  const outcomes = allDone ? fileIds.map((fileId) => ({ fileId, code: '0' })) : (subResponseList ?? []);
  return resultOf(
    'batchStarFile',
    fileIds,
    outcomes.map(({ fileId, code }) => ({ id: id(fileId), code })),
  );
}

export async function markFiles(koodrive: BoundClient, starred: boolean, files: MarkedFile[]): Promise<BatchResult> {
  const subRequestList = files.map(({ spaceId, fileId }) => ({ containerId: spaceId, fileId }));
  const outcome = await koodrive.call('batchStarFile', { starred, subRequestList });
  return toBatchResult(
    files.map(({ fileId }) => fileId),
    outcome,
  );
}
