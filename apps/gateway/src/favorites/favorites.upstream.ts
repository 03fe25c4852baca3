import { type BoundClient, parseId, type PagedItem, type OperationOutput } from '#koodrive';
import type { DriveFile } from '../files/files.dto.js';
import { fileTypeCodes, toDriveFile, toSortDirectionCode } from '../files/files.upstream.js';
import type { BulkResult } from '../http/response/bulk-result.js';
import { mapBulkOutcomes } from '../http/response/bulk-outcomes.js';
import type { Page } from '../http/input/page.js';
import { mapPage, withoutTotal } from '../upstream/map-entries.js';
import { readable } from '../upstream/required.js';
import type { ListFavoritesQuery, FileReference } from './favorites.dto.js';

/** The only key by which listStarFile sorts: when a file was marked. */
const markedAtSortType = 1;
/** The status of a bulk call if all entries succeeded. */
const allSucceededStatus = '0';
const successCode = '0';

/**
 * The table of the upstream page ends after `recycled`. Other members of file lists, such as the space, are used if the
 * response has them (inferred).
 */
const toFavorite = (wire: PagedItem<'listStarFile'>): DriveFile => toDriveFile(wire as PagedItem<'getPersonalFiles'>);

export async function listFavorites(
  koodrive: BoundClient,
  { type, sort, limit, cursor }: ListFavoritesQuery,
): Promise<Page<DriveFile>> {
  const page = await koodrive.fetchPage(
    'listStarFile',
    {
      fileType: type && fileTypeCodes[type],
      sortType: sort ? markedAtSortType : undefined,
      sortDirection: toSortDirectionCode(sort),
    },
    { limit, cursor },
  );
  return withoutTotal(mapPage(page, toFavorite));
}

/** One result for each file. The list of outcomes may be missing if all files succeeded. */
export function toFavoritesBulkResult(fileIds: readonly string[], wire: OperationOutput<'batchStarFile'>): BulkResult {
  const subResponseList = readable(wire, 'subResponseList');
  const allSucceeded = String(wire.status) === allSucceededStatus && !subResponseList;
  const outcomes = allSucceeded ? fileIds.map((fileId) => ({ fileId, code: successCode })) : (subResponseList ?? []);
  return mapBulkOutcomes(
    'batchStarFile',
    fileIds,
    outcomes.map(({ fileId, code }) => ({ id: parseId(fileId), code })),
  );
}

/** Marks files as favorites, or removes the mark. */
export async function setFavorites(
  koodrive: BoundClient,
  starred: boolean,
  files: FileReference[],
): Promise<BulkResult> {
  const subRequestList = files.map(({ spaceId, fileId }) => ({ containerId: spaceId, fileId }));
  const response = await koodrive.call('batchStarFile', { starred, subRequestList });
  return toFavoritesBulkResult(
    files.map(({ fileId }) => fileId),
    response,
  );
}
