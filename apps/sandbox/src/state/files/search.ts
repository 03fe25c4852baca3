import { errorCodes } from '../../contract/errors.js';
import { OperationError, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { canAccessSpace } from '../spaces/space-access.js';
import { getRootFolderId, SpaceKind, SpaceStatus, type Space } from '../spaces/spaces.js';
import type { FileNode } from './file-node.js';
import { getFolder } from './lookup.js';

export interface FileSearchRequest {
  readonly searchType: string | undefined;
  readonly keyWord: string | undefined;
  readonly containerId: string | undefined;
  readonly parentFolder: string | undefined;
  readonly fileType: string | undefined;
  /** `from,to`: each a time in text or in milliseconds. The form is inferred; the reference does not document it. */
  readonly updateTimeRange: string | undefined;
  readonly ownerId: string | undefined;
  readonly recycled: boolean;
  /** Search below subfolders too, not only in the folder or root itself. */
  readonly recursive: boolean;
}

/**
 * All files and folders that match, not sorted.
 * @throws OperationError missingSearchType (no search type), unsupportedSearchType (unknown search type) or
 *   invalidParameter (`parentFolder` without `containerId`), and the codes of `getFolder`
 */
export function findMatchingFiles(drive: Drive, subject: Subject, request: FileSearchRequest): FileNode[] {
  const { searchType } = request;
  if (!searchType) throw new OperationError(errorCodes.missingSearchType);
  if (searchType !== 'personal' && searchType !== 'team')
    throw new OperationError(errorCodes.unsupportedSearchType, searchType);
  if (request.parentFolder && !request.containerId)
    throw new OperationError(errorCodes.invalidParameter, 'containerId: needed with parentFolder');
  const matches = createFilter(request);
  const nodes: FileNode[] = [];
  for (const space of listSearchableSpaces(drive, subject, request)) {
    for (const node of listCandidates(drive, space, request)) if (matches(node)) nodes.push(node);
  }
  return nodes;
}

function listSearchableSpaces(drive: Drive, subject: Subject, { searchType, containerId }: FileSearchRequest): Space[] {
  const personal = searchType === 'personal';
  return drive.spaces.list().filter((space) => {
    if ((space.kind === SpaceKind.individual) !== personal || space.status !== SpaceStatus.normal) return false;
    return (!containerId || space.containerId === containerId) && canAccessSpace(drive, subject, space);
  });
}

function* listCandidates(drive: Drive, space: Space, request: FileSearchRequest): Generator<FileNode> {
  const { tree } = drive;
  const folder = getFolder(drive, space, request.parentFolder || getRootFolderId(space.containerId));
  const searchesRecycleBin = request.recycled && folder.parentId === undefined;
  for (const node of searchesRecycleBin ? tree.listRecycled(space.containerId) : tree.listChildren(folder.id)) {
    if (request.recursive) yield* tree.walk(node);
    else yield node;
  }
}

function createFilter(request: FileSearchRequest): (node: FileNode) => boolean {
  const keyWord = request.keyWord?.toLowerCase();
  const [from = -Infinity, to = Infinity] = (request.updateTimeRange ?? '').split(',').map(parseTime);
  return (node) =>
    !node.hidden &&
    (!keyWord || node.name.toLowerCase().includes(keyWord)) &&
    (!request.fileType || node.fileType === request.fileType) &&
    (!request.ownerId || node.creatorId === request.ownerId) &&
    node.editedAt >= from &&
    node.editedAt <= to;
}

function parseTime(text: string): number | undefined {
  if (text === '') return undefined;
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
