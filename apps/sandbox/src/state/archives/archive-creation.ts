import { readBlob } from '../../object-store/blob-store.js';
import type { Drive } from '../drive.js';
import { isFolder, type FileNode } from '../files/file-node.js';
import { writeZip, type ZipSource } from './zip-writer.js';

/** Stores a zip archive of files and folders in the object store. Returns its object key. */
export async function createArchive(drive: Drive, nodes: readonly FileNode[]): Promise<string> {
  const { sha256, segments } = await drive.blobs.receive(writeZip(listSources(drive, nodes)));
  return drive.blobs.store(sha256, segments, 'application/zip').key;
}

function* listSources(drive: Drive, nodes: readonly FileNode[]): Generator<ZipSource> {
  for (const node of nodes) yield* listDescendantSources(drive, node, '');
}

function* listDescendantSources(drive: Drive, node: FileNode, parentPath: string): Generator<ZipSource> {
  const name = parentPath + node.name + (isFolder(node) ? '/' : '');
  const blob = node.sha256 === undefined ? undefined : drive.blobs.findBySha256(node.sha256);
  yield {
    name,
    updatedAt: node.editedAt,
    content: blob && (() => readBlob(blob) as AsyncIterable<Buffer>),
  };
  for (const child of drive.tree.listChildren(node.id)) yield* listDescendantSources(drive, child, name);
}
