import { Refusal } from '../../operation.js';
import type { Blob } from '../../object-store/blobs.js';
import type { Drive } from '../drive.js';
import { typeForName, type FileNode } from '../files/file-node.js';
import type { Target } from '../files/moving.js';
import { OnClash } from '../files/names.js';
import { addFile, addFolder } from '../files/new-files.js';
import { freeBytes } from '../spaces/spaces.js';
import { readDirectory, unpack, type ZipEntry } from './zip-reader.js';

/** Most files of an archive that is unpacked whole, and of a choice (facts/auth.md, "Limits"). */
const MOST_FILES = 10_000;
const MOST_CHOSEN = 999;

/** The content of an archive. Refuses with 13000406 (a folder) and 13000308 (no archive). */
export function archiveContent(drive: Drive, archive: FileNode): Blob {
  if (archive.sha256 === undefined) throw new Refusal(13000406, archive.id);
  const blob = drive.blobs.find(archive.sha256);
  if (!blob) throw new Refusal(13000308, archive.id);
  return blob;
}

/**
 * Unpacks an archive, or the chosen paths of it, into a new folder that is named after it (inferred). What the
 * archive holds of folders without an entry of their own is made. Answers the new folder.
 */
export async function extract(
  drive: Drive,
  archive: FileNode,
  target: Target,
  paths: readonly string[] | undefined,
): Promise<FileNode> {
  const blob = archiveContent(drive, archive);
  const entries = chosen(await readDirectory(blob), paths);
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (bytes > freeBytes(target.space)) throw new Refusal(13000311);
  const dot = archive.name.lastIndexOf('.');
  const name = dot > 0 ? archive.name.slice(0, dot) : archive.name;
  const { space, folder: parent, userId } = target;
  const top = addFolder(drive, { space, parent, name, onClash: OnClash.timestamp, userId });
  for (const entry of entries) await extractEntry(drive, blob, entry, { ...target, folder: top });
  return top;
}

function chosen(entries: readonly ZipEntry[], paths: readonly string[] | undefined): ZipEntry[] {
  const isBelow = (entry: ZipEntry, path: string): boolean =>
    entry.name === path || entry.name.startsWith(path.endsWith('/') ? path : `${path}/`);
  const kept = paths ? entries.filter((entry) => paths.some((path) => isBelow(entry, path))) : [...entries];
  if (kept.length > (paths ? MOST_CHOSEN : MOST_FILES)) throw new Refusal(13000102, 'too many files');
  return kept;
}

async function extractEntry(
  drive: Drive,
  blob: Blob,
  entry: ZipEntry,
  { space, folder, userId }: Target,
): Promise<void> {
  const names = entry.name.split('/').filter((name) => name !== '');
  const fileName = entry.folder ? undefined : names.pop();
  let parent = folder;
  for (const name of names) {
    parent =
      drive.tree.named(parent.id, name) ?? addFolder(drive, { space, parent, name, onClash: OnClash.refuse, userId });
  }
  if (fileName === undefined) return;
  const received = await drive.blobs.receive(unpack(blob, entry));
  const { sha256, length } = received;
  const placement = { space, parent, name: fileName, onClash: OnClash.timestamp, userId, editedAt: entry.updatedAt };
  try {
    addFile(drive, placement, { sha256, length, ...typeForName(fileName) });
  } catch (error) {
    drive.blobs.discard(received.segments);
    throw error;
  }
  drive.blobs.keep(sha256, received.segments, typeForName(fileName).mimeType);
}
