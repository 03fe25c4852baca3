import type { Drive } from '../drive.js';
import { isFolder, getFileExtension, type FileNode } from './file-node.js';

/** Numbers of the contract. */
const NodeKind = { file: 1, folder: 2 } as const;

export interface FolderStatisticsRequest {
  readonly recursive: boolean;
  /** 1 files, 2 folders; undefined for both. */
  readonly nodeKind: number | undefined;
  /** Lower case, without dots. */
  readonly extensions: readonly string[] | undefined;
  readonly fileTypes: readonly string[] | undefined;
  readonly hidden: boolean | undefined;
  readonly recycled: boolean | undefined;
}

export interface FolderStatistics {
  bytes: number;
  folders: number;
  files: number;
}

/** Counts the files and folders below a folder, and the bytes of the counted files. */
export function getFolderStatistics(
  drive: Drive,
  folder: FileNode,
  request: FolderStatisticsRequest,
): FolderStatistics {
  const statistics: FolderStatistics = { bytes: 0, folders: 0, files: 0 };
  for (const node of listDescendants(drive, folder, request)) {
    if (isFolder(node)) {
      if (request.nodeKind !== NodeKind.file) statistics.folders += 1;
    } else if (request.nodeKind !== NodeKind.folder && matchesFileFilter(node, request)) {
      statistics.files += 1;
      statistics.bytes += node.sizeBytes;
    }
  }
  return statistics;
}

function* listDescendants(
  drive: Drive,
  folder: FileNode,
  { recursive, hidden, recycled }: FolderStatisticsRequest,
): Generator<FileNode> {
  const { tree } = drive;
  const listsRecycleBin = recycled === true && folder.parentId === undefined;
  if (!listsRecycleBin && recycled !== undefined && recycled !== tree.isRecycled(folder)) return;
  for (const child of listsRecycleBin ? tree.listRecycled(folder.containerId) : tree.listChildren(folder.id)) {
    for (const node of recursive ? tree.walk(child) : [child]) {
      if (hidden === undefined || node.hidden === hidden) yield node;
    }
  }
}

function matchesFileFilter(node: FileNode, { extensions, fileTypes }: FolderStatisticsRequest): boolean {
  if (extensions && !extensions.includes(getFileExtension(node).toLowerCase())) return false;
  return !fileTypes || fileTypes.includes(node.fileType);
}
