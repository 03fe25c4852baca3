import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readObject, readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { getAccessibleSpace } from '../../state/spaces/space-access.js';
import { SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { defaultPageSize } from '../input.js';
import { createFileInfoMapper } from './file-responses.js';

const recycleBinType = '1';

/** Lists of files: of a folder (type 0) and of a recycle bin (type 1). */
export function listingHandlers(drive: Drive): OperationHandlers {
  return {
    getPersonalFiles: (request) => {
      const space = getAccessibleSpace(drive, request.subject, String(request.body.containerId));
      if (space.kind !== SpaceKind.individual)
        throw new OperationError(errorCodes.spaceNotFound, 'no individual space');
      return listFiles(drive, space, request);
    },
    getDepartmentFiles: (request) => {
      const space = getAccessibleSpace(drive, request.subject, String(request.body.containerId));
      const kind = readNumber(request.query.team_type) ?? SpaceKind.department;
      if (space.kind !== kind || space.ownerId !== request.path.groupId)
        throw new OperationError(errorCodes.teamMismatch);
      return listFiles(drive, space, request);
    },
  };
}

function listFiles(drive: Drive, space: Space, { subject, path, body }: OperationRequest): Record<string, unknown> {
  const pageInfo = readObject(body.pageInfo);
  const sortInfo = readObject(body.sortInfo);
  const recycled = path.type === recycleBinType;
  const folderId = String(body.parentFileId);
  const { items, nextCursor } = drive.listings.listPage(drive, {
    space,
    folderId,
    recycled,
    fileType: readString(body.fileType),
    hidden: readBoolean(body.hidden) ?? false,
    sortType: readNumber(sortInfo.sortType) ?? 0,
    sortDirection: readNumber(sortInfo.sortDirection) ?? 0,
    pageSize: readNumber(pageInfo.pageSize) ?? defaultPageSize,
    pageCursor: readString(pageInfo.pageCursor) ?? '',
  });
  const toFileInfo = createFileInfoMapper(drive, subject);
  return {
    category: 'drive#fileList',
    nextCursor,
    searchCompleted: nextCursor === undefined,
    files: items.map((node) => toFileInfo(node, recycled)),
  };
}
