import type { Drive } from '../drive.js';
import { isFolder, suffixOf, type FileNode } from './file-node.js';

export interface StatsWish {
  readonly recursive: boolean;
  /** 1 files, 2 folders. */
  readonly kind: number | undefined;
  /** Lower case, without dots. */
  readonly extensions: readonly string[] | undefined;
  readonly fileTypes: readonly string[] | undefined;
  readonly hidden: boolean | undefined;
  readonly recycled: boolean | undefined;
}

export interface Stats {
  bytes: number;
  folders: number;
  files: number;
}

/** Counts what lies below a folder. */
export function statsOf(drive: Drive, folder: FileNode, wish: StatsWish): Stats {
  const stats = { bytes: 0, folders: 0, files: 0 };
  for (const node of below(drive, folder, wish)) {
    if (isFolder(node)) {
      if (wish.kind !== 1) stats.folders += 1;
    } else if (wish.kind !== 2 && countsAsFile(node, wish)) {
      stats.files += 1;
      stats.bytes += node.size;
    }
  }
  return stats;
}

function* below(drive: Drive, folder: FileNode, { recursive, hidden, recycled }: StatsWish): Generator<FileNode> {
  const { tree } = drive;
  const wholeBin = recycled === true && folder.parentId === undefined;
  if (!wholeBin && recycled !== undefined && recycled !== tree.isRecycled(folder)) return;
  for (const child of wholeBin ? tree.bin(folder.containerId) : tree.children(folder.id)) {
    for (const node of recursive ? tree.walk(child) : [child]) {
      if (hidden === undefined || node.hidden === hidden) yield node;
    }
  }
}

function countsAsFile(node: FileNode, { extensions, fileTypes }: StatsWish): boolean {
  if (extensions && !extensions.includes(suffixOf(node).toLowerCase())) return false;
  return !fileTypes || fileTypes.includes(node.fileType);
}
