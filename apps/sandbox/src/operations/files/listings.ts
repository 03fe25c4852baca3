import { Refusal, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { openSpace } from '../../state/spaces/access.js';
import { SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { fileInfoFor } from './file-answers.js';
import { flag, members, text, whole } from '../input.js';

/** Lists of files: ordinary ones (type 0) and recycle bins (type 1). */
export function listingHandlers(drive: Drive): Handlers {
  return {
    getPersonalFiles: (request) => {
      const space = openSpace(drive, request.subject, String(request.body.containerId));
      if (space.kind !== SpaceKind.individual) throw new Refusal(13000301, 'no individual space');
      return listFiles(drive, space, request);
    },
    getDepartmentFiles: (request) => {
      const space = openSpace(drive, request.subject, String(request.body.containerId));
      const kind = whole(request.query.team_type) ?? SpaceKind.department;
      if (space.kind !== kind || space.ownerId !== request.path.groupId) throw new Refusal(13000415);
      return listFiles(drive, space, request);
    },
  };
}

const LARGEST_PAGE = 100;

function listFiles(drive: Drive, space: Space, { subject, path, body }: OperationRequest): Record<string, unknown> {
  const pageInfo = members(body.pageInfo);
  const sortInfo = members(body.sortInfo);
  const recycled = path.type === '1';
  const folderId = String(body.parentFileId);
  const { items, nextCursor } = drive.listings.page(drive, {
    ...{ space, folderId, recycled, fileType: text(body.fileType), hidden: flag(body.hidden) ?? false },
    sortType: whole(sortInfo.sortType) ?? 0,
    sortDirection: whole(sortInfo.sortDirection) ?? 0,
    pageSize: whole(pageInfo.pageSize) ?? LARGEST_PAGE,
    pageCursor: text(pageInfo.pageCursor) ?? '',
  });
  const info = fileInfoFor(drive, subject);
  return {
    category: 'drive#fileList',
    ...(nextCursor !== undefined && { nextCursor }),
    searchCompleted: nextCursor === undefined,
    files: items.map((node) => info(node, recycled)),
  };
}
