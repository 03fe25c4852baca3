import { errorCodes } from '../../contract/errors.js';
import type { StoredBlob } from '../../object-store/blob-store.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import type { Destination } from '../files/copy-move-delete.js';
import { detectFileType, type FileNode } from '../files/file-node.js';
import { NameConflictBehavior } from '../files/file-names.js';
import { addFile, addFolder, type NewNodeOptions } from '../files/new-files.js';
import { getFreeBytes } from '../spaces/spaces.js';
import { readCentralDirectory, readZipEntry, type ZipEntry } from './zip-reader.js';

/** Limits for a complete archive, and for selected paths (facts/auth.md, "Limits"). */
const maxExtractedFiles = 10_000;
const maxSelectedFiles = 999;

/**
 * The content of an archive.
 * @throws OperationError notAllowedOnFolder (a folder) or fileMetadataError (its content is not stored)
 */
export function getArchiveBlob(drive: Drive, archive: FileNode): StoredBlob {
  if (archive.sha256 === undefined) throw new OperationError(errorCodes.notAllowedOnFolder, archive.id);
  const blob = drive.blobs.findBySha256(archive.sha256);
  if (!blob) throw new OperationError(errorCodes.fileMetadataError, archive.id);
  return blob;
}

/**
 * Extracts an archive into a new folder that has its name (inferred). Folders without an entry in the archive are created
 * too. Returns the new folder.
 * @param paths the files and folders to extract; undefined for all
 * @throws OperationError fileMetadataError (no archive, or damaged), invalidParameter (too many files),
 *   insufficientSpace (quota), and the codes of `addFile` and `addFolder`
 */
export async function extractArchive(
  drive: Drive,
  archive: FileNode,
  destination: Destination,
  paths: readonly string[] | undefined,
): Promise<FileNode> {
  const blob = getArchiveBlob(drive, archive);
  const entries = selectEntries(await readCentralDirectory(blob), paths);
  const bytes = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  if (bytes > getFreeBytes(destination.space)) throw new OperationError(errorCodes.insufficientSpace);
  const dot = archive.name.lastIndexOf('.');
  const name = dot > 0 ? archive.name.slice(0, dot) : archive.name;
  const { space, folder: parent, userId } = destination;
  const folder = addFolder(drive, {
    space,
    parent,
    name,
    nameConflictBehavior: NameConflictBehavior.appendTimestamp,
    userId,
  });
  for (const entry of entries) await extractEntry(drive, blob, entry, { space, folder, userId });
  return folder;
}

function selectEntries(entries: readonly ZipEntry[], paths: readonly string[] | undefined): ZipEntry[] {
  const matchesPath = (entry: ZipEntry, path: string): boolean =>
    entry.name === path || entry.name.startsWith(path.endsWith('/') ? path : `${path}/`);
  const selected = paths ? entries.filter((entry) => paths.some((path) => matchesPath(entry, path))) : [...entries];
  if (selected.length > (paths ? maxSelectedFiles : maxExtractedFiles))
    throw new OperationError(errorCodes.invalidParameter, 'too many files');
  return selected;
}

async function extractEntry(
  drive: Drive,
  blob: StoredBlob,
  entry: ZipEntry,
  { space, folder, userId }: Destination,
): Promise<void> {
  const names = entry.name.split('/').filter((name) => name !== '');
  const fileName = entry.isFolder ? undefined : names.pop();
  let parent = folder;
  for (const name of names) {
    parent =
      drive.tree.findChild(parent.id, name) ??
      addFolder(drive, { space, parent, name, nameConflictBehavior: NameConflictBehavior.fail, userId });
  }
  if (fileName === undefined) return;
  const received = await drive.blobs.receive(readZipEntry(blob, entry));
  const { sha256, length } = received;
  const fileType = detectFileType(fileName);
  const options: NewNodeOptions = {
    space,
    parent,
    name: fileName,
    nameConflictBehavior: NameConflictBehavior.appendTimestamp,
    userId,
    editedAt: entry.updatedAt,
  };
  try {
    addFile(drive, options, { sha256, length, ...fileType });
  } catch (error) {
    drive.blobs.discard(received.segments);
    throw error;
  }
  drive.blobs.store(sha256, received.segments, fileType.mimeType);
}
