export const FOLDER = '10';
export const FOLDER_MIME = 'application/vnd.huawei-apps.folder';

/** A file or a folder. Times are milliseconds since 1970. */
export interface FileNode {
  readonly id: string;
  readonly containerId: string;
  /** Undefined for the two roots of a space. */
  parentId: string | undefined;
  name: string;
  readonly fileType: string;
  readonly mimeType: string;
  /** Bytes; 0 for folders. */
  size: number;
  /** SHA-256 of the content, lower-case hex; undefined for folders. */
  sha256: string | undefined;
  assetId: string;
  readonly createdAt: number;
  editedAt: number;
  readonly creatorId: string;
  editorId: string;
  readonly hidden: boolean;
  readonly description: string;
  /** Id that the file was copied from, as upstream keeps it in `properties`. */
  readonly copiedFrom: string | undefined;
  /** Set on what was put into the recycle bin itself, not on what lies below it. */
  recycledAt: number | undefined;
}

export const isFolder = (node: FileNode): boolean => node.fileType === FOLDER;

/** Last part of the extension, without the dot; empty for folders and names without one. */
export function suffixOf(node: { readonly name: string; readonly fileType: string }): string {
  if (node.fileType === FOLDER) return '';
  const dot = node.name.lastIndexOf('.');
  return dot > 0 ? node.name.slice(dot + 1) : '';
}

const types: readonly (readonly [fileType: string, suffixes: string])[] = [
  ['15', 'png jpg jpeg gif bmp webp svg'],
  ['20', 'mp4 mov avi mkv'],
  ['26', 'doc docx'],
  ['27', 'xls xlsx csv'],
  ['28', 'ppt pptx'],
  ['30', 'mp3 wav flac'],
  ['35', 'zip rar 7z tar gz'],
  ['40', 'exe apk msi dmg'],
];
const mimes: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  zip: 'application/zip',
  csv: 'text/csv',
};

/** The type code for a name, for what the sandbox itself makes: seed files and what comes out of archives. */
export function typeForName(name: string): { fileType: string; mimeType: string } {
  const suffix = suffixOf({ name, fileType: '' }).toLowerCase();
  const fileType = types.find(([, suffixes]) => suffixes.split(' ').includes(suffix))?.[0] ?? '45';
  return { fileType, mimeType: mimes[suffix] ?? 'application/octet-stream' };
}
