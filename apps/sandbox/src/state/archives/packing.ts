import { readBlob } from '../../object-store/blobs.js';
import type { Drive } from '../drive.js';
import { isFolder, type FileNode } from '../files/file-node.js';
import { zip, type ZipSource } from './zip-writer.js';

/** Packs files and folders into a zip archive in the object store; answers its key there. */
export async function pack(drive: Drive, nodes: readonly FileNode[]): Promise<string> {
  const { sha256, segments } = await drive.blobs.receive(zip(sources(drive, nodes)));
  return drive.blobs.keep(sha256, segments, 'application/zip').key;
}

function* sources(drive: Drive, nodes: readonly FileNode[]): Generator<ZipSource> {
  for (const node of nodes) yield* below(drive, node, '');
}

function* below(drive: Drive, node: FileNode, above: string): Generator<ZipSource> {
  const name = above + node.name + (isFolder(node) ? '/' : '');
  const blob = node.sha256 === undefined ? undefined : drive.blobs.find(node.sha256);
  yield {
    name,
    updatedAt: node.editedAt,
    ...(blob && { content: () => readBlob(blob) as AsyncIterable<Buffer> }),
  };
  for (const child of drive.tree.children(node.id)) yield* below(drive, child, name);
}
